using Gatehouse.Aws;
using Gatehouse.Keys.Rotation;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>The table of <see cref="RotationPlan"/>, row by row.</summary>
public sealed class RotationPlanTests
{
    private const int Grace = 7;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);
    private static readonly UserName User = new("deploy");

    private static readonly MachineUser Proved = new(User, "platform@example.gov.uk")
    {
        Rotation = new KeyRotation("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90) { Workflow = "test-credentials.yml" },
    };

    private static readonly MachineUser Unproved = Proved with { Rotation = Proved.Rotation! with { Workflow = null } };

    private static readonly SecretsWriting Before = new("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me", Now.AddDays(-100), Now.AddDays(-100));

    public static TheoryData<string> Rows => [.. Table.Select(row => row.What)];

    /// <summary>In words, what is there; the same as a plan sees it; and what is done.</summary>
    private static IReadOnlyList<(string What, RotationSeen Seen, string Then)> Table =>
    [
        ("a key of 89 days", Seen([Key("OLD", 89)]), "nothing"),
        ("a key of 90 days", Seen([Key("OLD", 90)]), "make, old: OLD"),
        ("a key of 5 days, asked", Seen([Key("OLD", 5)]) with { Asked = true }, "make, old: OLD"),
        ("no key at all", Seen([]), "nothing"),
        ("no key at all, asked", Seen([]) with { Asked = true }, "make, old: "),
        ("an inactive key alone: somebody meant that", Seen([Inactive("OLD", 200, 10)]), "nothing"),
        ("retired 6 days ago, beside a fresh one", Seen([Key("NEW", 6), Retired("OLD", 6)]), "nothing"),
        ("retired 7 days ago, beside a fresh one", Seen([Key("NEW", 7), Retired("OLD", 7)]), "remove OLD"),
        ("retired 7 days ago and leaked: evidence", Seen([Key("NEW", 7), Retired("OLD", 7) with { Leaked = true }]), "nothing"),
        ("retired 7 days ago, and active again by somebody's hand", Seen([Key("NEW", 7), Retired("OLD", 7) with { Active = true }]), "refuse: it has two active keys"),
        ("due, and one retired within its grace", Seen([Key("NEW", 90), Retired("OLD", 3)]), "rest: the key OLD, which was replaced before, takes the second place until Wednesday 25 November 2026"),
        ("asked, and one retired within its grace", Seen([Key("NEW", 3), Retired("OLD", 3)]) with { Asked = true }, "refuse: the key OLD was replaced a short while ago"),
        ("due, and another inactive key that nobody used for 30 days", Seen([Key("OLD", 90), Inactive("LEFT", 200, 30)]), "remove LEFT"),
        ("due, and another inactive key that was used 29 days ago", Seen([Key("OLD", 90), Inactive("LEFT", 200, 29)]), "refuse: the inactive key LEFT, which Gatehouse did not replace"),
        ("due, and another inactive key that leaked", Seen([Key("OLD", 90), Inactive("LEFT", 200, 100) with { Leaked = true }]), "refuse: the inactive key LEFT was found in public"),
        ("due, both active and in use", Seen([Key("A", 120, used: 1), Key("B", 100, used: 2)]), "refuse: it has two active keys, A (last used on 2026-11-20) and B (last used on 2026-11-19)"),
        ("due, both active, one unused for 90 days", Seen([Key("A", 120, used: 90), Key("B", 100, used: 2)]), "set aside A"),
        ("due, both active, one unused for 89 days", Seen([Key("A", 120, used: 89), Key("B", 100, used: 2)]), "refuse: it has two active keys"),
        ("due, both active, both unused for 90 days", Seen([Key("A", 120, used: 90), Key("B", 100, used: 95)]), "refuse: it has two active keys"),
        ("due, both active, the unused one leaked", Seen([Key("A", 120, used: 90) with { Leaked = true }, Key("B", 100, used: 2)]), "refuse: it has two active keys"),

        ("begun, nothing made", Seen([Key("OLD", 90)], Begun), "make, old: OLD"),
        ("begun, made and remembered", Seen([Key("OLD", 90), Fresh("NEW")], Begun with { New = new("NEW") }), "remove NEW"),
        ("begun, made and not remembered", Seen([Key("OLD", 90), Fresh("LOST")], Begun), "remove LOST"),
        ("begun, another key that was used since", Seen([Key("OLD", 90), Fresh("OTHER") with { LastUsed = Now }], Begun), "refuse: the key OTHER (last used on 2026-11-21) was made by somebody else"),
        ("begun, another key made an hour before", Seen([Key("OLD", 90), Fresh("OTHER") with { Created = Begun.Begun.AddHours(-1) }], Begun), "refuse: the key OTHER (made on 2026-11-21, never used) was made by somebody else"),
        ("begun, the lost key leaked", Seen([Key("OLD", 90), Fresh("NEW") with { Leaked = true }], Begun with { New = new("NEW") }), "refuse: the key NEW was found in public"),

        ("writing, neither secret was written", Seen([Key("OLD", 90), Fresh("NEW")], Writing), "remove NEW"),
        ("writing, neither was written, its key is gone", Seen([Key("OLD", 90)], Writing), "make, old: OLD"),
        ("writing, one was written, its key is gone", Seen([Key("OLD", 90)], Writing) with { Secrets = SecretsState.Half }, "make, old: OLD, broken"),
        ("writing, one was written", Seen([Key("OLD", 90), Fresh("NEW")], Writing) with { Secrets = SecretsState.Half }, "remove NEW"),
        ("writing for the second time, neither was written", Seen([Key("OLD", 90)], Writing with { Broken = true }), "make, old: OLD, broken"),
        ("writing, both were written", Seen([Key("OLD", 90), Fresh("NEW")], Writing) with { Secrets = SecretsState.Both }, "take as written"),
        ("writing, both were written, and the key is gone", Seen([Key("OLD", 90)], Writing) with { Secrets = SecretsState.Both }, "make, old: OLD, broken"),

        ("written, with a test", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Both }, "prove"),
        ("written, with a test, and used", Seen([Key("OLD", 90), Fresh("NEW") with { LastUsed = Now }], Written), "prove"),
        ("written, one secret was written by somebody else since", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Half }, "remove NEW"),
        ("written, both were", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Others }, "refuse: somebody else has written AWS_ACCESS_KEY_ID"),
        ("written, both were, asked", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Others, Asked = true }, "remove NEW"),
        ("written, and gone by somebody's hand", Seen([Key("OLD", 90)], Written), "make, old: OLD, broken"),
        ("written, and inactive by somebody's hand", Seen([Key("OLD", 90), Fresh("NEW") with { Active = false }], Written), "refuse: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me hold the key NEW, and somebody made it inactive"),
        ("written, no test, not used", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Machine = Unproved }, "rest: both keys stay active until somebody uses the new one, NEW"),
        ("written, no test, used", Seen([Key("OLD", 90), Fresh("NEW") with { LastUsed = Now }], Written) with { Machine = Unproved }, "take as proved"),
        ("tested", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }), "retire OLD"),
        ("tested, and the new key inactive by somebody's hand", Seen([Key("OLD", 90), Fresh("NEW") with { Active = false }], Written with { Tested = Now }), "refuse: AWS_ACCESS_KEY_ID"),

        ("writing, and the register names another repository", Seen([Key("OLD", 90), Fresh("NEW")], Writing) with { Machine = Elsewhere }, "refuse: a rotation was writing AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me"),
        ("tested, and the register names another repository", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }) with { Machine = Elsewhere }, "refuse: a rotation was writing"),
    ];

    private static RotationRecord Begun => new(User, Now.AddMinutes(-10), [new AccessKeyId("OLD")]);

    private static RotationRecord Writing => Begun with { New = new("NEW"), Writing = Before };

    private static RotationRecord Written => Writing with { Written = Now.AddMinutes(-9) };

    private static MachineUser Elsewhere => Proved with { Rotation = Proved.Rotation! with { Repository = "example-org/renamed" } };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_next_step_is_the_tables(string what)
    {
        var row = Table.Single(row => row.What == what);

        Said(RotationPlan.Next(row.Seen)).ShouldStartWith(row.Then);
    }

    [Fact]
    public void No_step_takes_away_a_key_that_is_active_and_may_be_in_the_secrets()
    {
        foreach (var (what, seen, _) in Table)
        {
            var taken = RotationPlan.Next(seen) switch
            {
                RotationStep.RemoveKey remove => [remove.Key],
                RotationStep.SetAside idle => [idle.Key],
                RotationStep.RetireKeys retire when seen.Known?.Tested is null => retire.Old,
                _ => [],
            };
            seen.Keys.Where(key => taken.Contains(key.Id)).ShouldAllBe(
                key => !key.Active || key.Id == (seen.Known == null ? null : seen.Known.New) || key.LastUsed == null || key.LastUsed <= Now.AddDays(-90), what);
        }
    }

    private static RotationSeen Seen(IReadOnlyList<DeployKey> keys, RotationRecord? known = null) => new(Proved, keys, known, Now, Grace);

    private static DeployKey Key(string id, int days, int? used = 0) => new(new AccessKeyId(id), Active: true, Now.AddDays(-days), used is { } ago ? Now.AddDays(-ago) : null);

    private static DeployKey Inactive(string id, int days, int used) => Key(id, days, used) with { Active = false };

    private static DeployKey Retired(string id, int days) => Inactive(id, 100, days) with { Retired = Now.AddDays(-days) };

    private static DeployKey Fresh(string id) => new(new AccessKeyId(id), Active: true, Now.AddMinutes(-10), LastUsed: null);

    private static string Said(RotationStep step) => step switch
    {
        RotationStep.Rest { Why: null } => "nothing",
        RotationStep.Rest rest => $"rest: {rest.Why}",
        RotationStep.Refuse refuse => $"refuse: {refuse.Why}",
        RotationStep.RemoveKey remove => $"remove {remove.Key}",
        RotationStep.SetAside idle => $"set aside {idle.Key}",
        RotationStep.MakeKey make => $"make, old: {string.Join(' ', make.Old)}{(make.Broken ? ", broken" : "")}",
        RotationStep.TakeAsWritten => "take as written",
        RotationStep.ProveKey => "prove",
        RotationStep.TakeAsProved => "take as proved",
        RotationStep.RetireKeys retire => $"retire {string.Join(' ', retire.Old)}",
        _ => throw new UnknownRotationStepException(step),
    };
}
