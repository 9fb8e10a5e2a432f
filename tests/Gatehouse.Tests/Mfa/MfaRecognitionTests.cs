using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Mfa;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;
using static Gatehouse.Tests.Mfa.GivenDevices;
using static Gatehouse.Tests.Mfa.MfaEventSample;

namespace Gatehouse.Tests.Mfa;

public class MfaRecognitionTests
{
    private const string Admin = "arn:aws:iam::111122223333:role/Administrator";

    [Fact]
    public void What_somebody_makes_is_known_by_its_maker_and_its_serial_number() =>
        Seen(Create(Jane, "phone")).ShouldBe(new DeviceMade(Person, Serial("phone")));

    [Fact]
    public void Where_the_answer_was_left_out_the_serial_number_is_put_together_from_the_request() =>
        Seen(Create(Jane, "phone") with { Response = null, Request = new() { ["path"] = "/team/", ["virtualMFADeviceName"] = "phone" } }).ShouldBe(new DeviceMade(Person, "arn:aws:iam::111122223333:mfa/team/phone"));

    [Theory]
    [InlineData("EnableMFADevice")]
    [InlineData("DeactivateMFADevice")]
    [InlineData("ResyncMFADevice")]
    public void Whose_device_it_is_the_request_says_whoever_asked(string name)
    {
        Seen(Of(name, "admin", "phone", Jane)).ShouldBe(new DevicesTouched(Person));
        Seen(Of(name, "admin", "phone", Jane).ByRole(Admin)).ShouldBe(new DevicesTouched(Person));
        Seen(Of(name, Jane, "phone")).ShouldBe(new DevicesTouched(Person), "without a name it is the caller's own");
    }

    [Fact]
    public void After_a_deletion_whoever_did_it_is_looked_at() => Seen(Of("DeleteVirtualMFADevice", Jane, "phone")).ShouldBe(new DevicesTouched(Person));

    [Fact]
    public void What_a_role_makes_or_deletes_is_nobodys_yet()
    {
        Seen(Create("admin", "phone").ByRole(Admin)).ShouldBeOfType<NothingSeen>();
        Seen(Of("DeleteVirtualMFADevice", "admin", "phone").ByRole(Admin)).ShouldBeOfType<NothingSeen>();
        Seen(Refused("admin").ByRole(Admin)).ShouldBeOfType<NothingSeen>();
    }

    [Theory]
    [InlineData("CreateVirtualMFADevice")]
    [InlineData("EnableMFADevice")]
    [InlineData("DeactivateMFADevice")]
    [InlineData("DeleteVirtualMFADevice")]
    public void Roots_own_devices_are_no_persons(string name)
    {
        Seen(Of(name, "root", "root-account-mfa-device") with { IdentityType = "Root" }).ShouldBeOfType<NothingSeen>().Why.ShouldContain("root");
        Seen(Of(name, "admin", "root-account-mfa-device", "AWS ROOT USER")).ShouldBeOfType<NothingSeen>().Why.ShouldContain("root");
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/gatehouse/gatehouse-RecordMfaEvents", true)]
    [InlineData("arn:aws:iam::111122223333:role/gatehouse-admin", false)]
    [InlineData("arn:aws:iam::111122223333:role/other/gatehouse/role", false)]
    [InlineData("arn:aws:iam::999999999999:role/gatehouse/gatehouse-RecordMfaEvents", false)]
    public void Our_own_doing_is_known_by_the_path_of_the_role_in_our_account(string role, bool ours) =>
        (Seen(Of("DeactivateMFADevice", "x", "phone", Jane).ByRole(role)) is NothingSeen).ShouldBe(ours);

    [Fact]
    public void Another_accounts_people_are_not_ours() =>
        Seen(Enable(Jane, Jane, "phone") with { Account = "999999999999" }).ShouldBeOfType<NothingSeen>().Why.ShouldContain("another account");

    [Theory]
    [InlineData("without a request", null, null, true)]
    [InlineData("a wrong name", "phone", null, true)]
    [InlineData("a wrong name in the message", null, "phone", true)]
    [InlineData("a name in another case than the policy has", "JANE.DOE@digital.cabinet-office.gov.uk", null, true)]
    [InlineData("a name that goes on without a hyphen", Jane + "phone", null, true)]
    [InlineData("the user name", Jane, null, false)]
    [InlineData("the user name in the message", null, Jane, false)]
    [InlineData("the user name and more", Jane + "-phone", null, false)]
    public void A_refusal_is_for_the_name_unless_the_name_is_one_that_people_may_use(string which, string? requested, string? inMessage, bool forItsName)
    {
        var refused = Refused(Jane, requested) with
        {
            ErrorMessage = inMessage is null ? null : $"User: arn:aws:iam::111122223333:user/{Jane} is not authorized to perform: iam:CreateVirtualMFADevice on resource: {Serial(inMessage)} because no identity-based policy allows the action",
        };

        (Seen(refused) is NameRefused).ShouldBe(forItsName, which);
    }

    [Fact]
    public void Under_the_exact_rule_a_name_that_goes_on_is_refused_for_its_name()
    {
        var exact = new MfaRecognition(GivenDevices.Account, "/gatehouse/", DeviceNameRule.Exact);

        exact.Of(GivenDevices.Account, Refused(Jane, Jane + "-phone").Detail()).ShouldBe(new NameRefused(Person));
        exact.Of(GivenDevices.Account, Refused(Jane, Jane).Detail()).ShouldBeOfType<NothingSeen>();
    }

    [Fact]
    public void A_name_that_is_taken_is_known_by_the_request() => Seen(Refused(Jane, Jane, "EntityAlreadyExistsException")).ShouldBe(new NameTaken(Person, Serial(Jane)));

    [Theory]
    [InlineData("CreateVirtualMFADevice", "LimitExceededException")]
    [InlineData("EnableMFADevice", "AccessDenied")]
    [InlineData("EnableMFADevice", "InvalidAuthenticationCodeException")]
    [InlineData("DeactivateMFADevice", "AccessDenied")]
    [InlineData("DeleteVirtualMFADevice", "DeleteConflictException")]
    public void Of_other_refusals_AWS_says_enough(string name, string error) => Seen(Of(name, Jane, "phone", Jane) with { Error = error }).ShouldBeOfType<NothingSeen>().Why.ShouldContain(error);

    [Fact]
    public void Anything_else_is_no_matter_of_devices() => Seen(new MfaEventSample("TagMFADevice", Jane) { Request = new JsonObject() }).ShouldBeOfType<NothingSeen>();

    /// <summary>The samples of <c>events/iam</c>, and what each means.</summary>
    public static TheoryData<string, Type> Samples => new()
    {
        { "CreateVirtualMFADevice/compliant", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/compliant-exactly-the-user-name", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/wrong-name", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/with-path", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/name-of-a-longer-user", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/by-an-unmanaged-user", typeof(DeviceMade) },
        { "CreateVirtualMFADevice/access-denied", typeof(NameRefused) },
        { "CreateVirtualMFADevice/access-denied-with-its-request", typeof(NameRefused) },
        { "CreateVirtualMFADevice/name-taken", typeof(NameTaken) },
        { "CreateVirtualMFADevice/by-a-role", typeof(NothingSeen) },
        { "CreateVirtualMFADevice/by-root", typeof(NothingSeen) },
        { "EnableMFADevice/virtual", typeof(DevicesTouched) },
        { "EnableMFADevice/virtual-wrong-name", typeof(DevicesTouched) },
        { "EnableMFADevice/fido", typeof(DevicesTouched) },
        { "EnableMFADevice/hardware", typeof(DevicesTouched) },
        { "EnableMFADevice/by-a-role-for-somebody", typeof(DevicesTouched) },
        { "EnableMFADevice/wrong-code", typeof(NothingSeen) },
        { "EnableMFADevice/root", typeof(NothingSeen) },
        { "DeactivateMFADevice/by-the-user", typeof(DevicesTouched) },
        { "DeactivateMFADevice/fido", typeof(DevicesTouched) },
        { "DeactivateMFADevice/by-gatehouse", typeof(NothingSeen) },
        { "DeactivateMFADevice/root", typeof(NothingSeen) },
        { "DeleteVirtualMFADevice/by-the-user", typeof(DevicesTouched) },
        { "DeleteVirtualMFADevice/by-gatehouse", typeof(NothingSeen) },
        { "DeleteVirtualMFADevice/root", typeof(NothingSeen) },
        { "ResyncMFADevice/by-the-user", typeof(DevicesTouched) },
        { "ResyncMFADevice/root", typeof(NothingSeen) },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_means_what_its_name_says(string file, Type meaning)
    {
        using var content = File.OpenRead(Repository.Path("events", "iam", $"{file}.json"));
        var sample = JsonSerializer.Deserialize(content, GatehouseJson.Default.CloudWatchEventCloudTrailEvent)!;

        new MfaRecognition(GivenDevices.Account, "/gatehouse/", DeviceNameRule.Prefix).Of(sample.Account, sample.Detail).ShouldBeOfType(meaning);
    }

    [Fact]
    public void Every_sample_is_among_them() =>
        Directory.EnumerateFiles(Repository.Path("events", "iam"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Path("events", "iam"), file)[..^".json".Length])
            .Where(file => file.Contains("MFADevice", StringComparison.Ordinal))
            .ShouldBe(Samples.Select(row => (string)row[0]), ignoreOrder: true);

    private static MfaSighting Seen(MfaEventSample sample) => new MfaRecognition(GivenDevices.Account, "/gatehouse/", DeviceNameRule.Prefix).Of(sample.Account, sample.Detail());
}
