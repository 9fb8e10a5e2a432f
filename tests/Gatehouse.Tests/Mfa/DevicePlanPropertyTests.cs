using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Mfa;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa;

/// <summary>For any devices, other users, rule, grace and keys, made by a generator with a fixed seed.</summary>
public class DevicePlanPropertyTests
{
    private static readonly DateTimeOffset Now = GivenDevices.Now;

    private static readonly string[] People = ["a@b", "a@b.uk", "a@b.uk-two", "jane", "jane-admin"];

    private static readonly string[] Endings = ["", "-phone", ".uk", ".uk-phone", "phone", "-admin", "-admin-tablet", "_x"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 500)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_who_has_MFA_is_left_without_and_nobody_with_a_key_without_codes(int seed)
    {
        var situation = Any(new Random(seed));

        var after = After(situation);

        after.Devices.Any().ShouldBe(situation.Devices.Any());
        if (situation.HasActiveKey && situation.Devices.Any(device => device.GivesCodes))
        {
            after.Devices.ShouldContain(device => device.GivesCodes);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Only_the_persons_own_devices_go_and_none_that_is_good(int seed)
    {
        var situation = Any(new Random(seed));

        var removed = MfaPlan.Of(situation).OfType<RemoveDevice>().Select(remove => remove.Serial).ToList();

        removed.ShouldBeSubsetOf(situation.Devices.Select(device => device.Serial));
        removed.ShouldAllBe(serial => situation.Good.All(good => good.Serial != serial));
        MfaPlan.Of(situation).ShouldAllBe(change => change.Person == situation.User.Name);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Somebody_compliant_hears_nothing_but_that_the_command_line_needs_codes(int seed)
    {
        var any = Any(new Random(seed));

        MfaPlan.Of(any with { Devices = any.Good }).ShouldAllBe(change => change is TellVirtualNeeded && any.HasActiveKey);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Once_it_is_done_nothing_is_left_to_do_but_what_was_told(int seed)
    {
        var situation = Any(new Random(seed));
        var after = After(situation);

        MfaPlan.Of(after).ShouldAllBe(change => !(change is RemoveDevice));
        MfaPlan.Of(After(after)).Select(change => change.Key).ShouldBe(MfaPlan.Of(after).Select(change => change.Key));
        MfaPlan.Of(after).Select(change => change.Key).ShouldBeSubsetOf(MfaPlan.Of(situation).Select(change => change.Key));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_devices_never_matters(int seed)
    {
        var situation = Any(new Random(seed));

        MfaPlan.Of(situation with { Devices = [.. situation.Devices.Reverse()] }).Select(change => change.Key)
            .ShouldBe(MfaPlan.Of(situation).Select(change => change.Key), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_device_is_good_for_two_people_by_its_name_unless_the_names_run_into_each_other(int seed)
    {
        var random = new Random(seed);
        var name = $"{Pick(random, People)}{Pick(random, Endings)}";
        var all = People.Select(one => new UserName(one)).ToList();

        var owners = all.Where(one => DeviceNames.Owns(one, name) && new DeviceNames(one, DeviceNameRule.Prefix, DeviceNames.LongerThan(one, all)).IsGoodName(name)).ToList();

        owners.Count.ShouldBeLessThanOrEqualTo(1);
    }

    /// <summary>What IAM and the ledger have once the plan is done.</summary>
    private static MfaSituation After(MfaSituation situation)
    {
        var plan = MfaPlan.Of(situation);
        var gone = plan.OfType<RemoveDevice>().Select(remove => remove.Serial).ToHashSet();
        return situation with
        {
            Devices = [.. situation.Devices.Where(device => !gone.Contains(device.Serial))],
            Graces = [.. plan.OfType<AnnounceRemoval>().Select(announce => new MfaGrace(announce.Person, announce.Serial, announce.Due))],
        };
    }

    private static MfaSituation Any(Random random)
    {
        var person = new UserName(Pick(random, People));
        MfaDevice[] devices = [.. Enumerable.Range(0, random.Next(5)).Select(number => AnyDevice(random, person, number)).DistinctBy(device => device.Serial)];
        var all = People.Where(_ => random.Next(3) > 0).Select(name => new UserName(name));
        var names = new DeviceNames(person, random.Next(3) == 0 ? DeviceNameRule.Exact : DeviceNameRule.Prefix, DeviceNames.LongerThan(person, all));
        return new MfaSituation(new MfaUser(person, "111122223333", Managed: true), devices, names, Now)
        {
            Grace = TimeSpan.FromHours(random.Next(2) * 24),
            HasActiveKey = random.Next(2) == 0,
            Graces = [.. devices.Where(_ => random.Next(4) == 0).Select(device => new MfaGrace(person, device.Serial, Now.AddHours(random.Next(-5, 5))) { BegunAt = random.Next(3) == 0 ? Now : null })],
        };
    }

    private static MfaDevice AnyDevice(Random random, UserName person, int number) => random.Next(6) switch
    {
        0 => new($"arn:aws:iam::111122223333:u2f/user/{person}/key-{number}", Now.AddHours(-number)),
        1 => new($"arn:aws:iam::111122223333:u2f/user/{Pick(random, People)}/key-{number}", Now.AddHours(-number)),
        2 => new($"GAKT0000000{number}", Now.AddHours(-number)),
        3 => new($"arn:aws:iam::111122223333:mfa/phone{number}", Now.AddHours(-number)),
        _ => new($"arn:aws:iam::111122223333:mfa/{Pick(random, People)}{Pick(random, Endings)}", random.Next(5) == 0 ? null : Now.AddHours(-number)),
    };

    private static string Pick(Random random, string[] among) => among[random.Next(among.Length)];
}
