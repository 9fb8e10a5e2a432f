using Gatehouse.Aws;
using Gatehouse.Keys.Rotation;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Rotation.Rotating;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>The table of <see cref="RotationPlan"/>, row by row.</summary>
public sealed class RotationPlanTests
{
    private const int Grace = 7;

    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly MachineUser Unproved = Proved with { Rotation = Proved.Rotation! with { Workflow = null } };

    private static readonly SecretsWriting Before = new("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me", Now.AddDays(-100), Now.AddDays(-100));

    public static TheoryData<string> Rows => [.. Table.Select(row => row.What)];

    /// <summary>In words, what is there; the same as a plan sees it; and what is done.</summary>
    private static IReadOnlyList<(string What, RotationSeen Seen, string Then)> Table =>
    [
        ("a key of 89 days", Seen([Key("OLD", 89)]), "nothing"),
        ("a key of 90 days", Seen([Key("OLD", 90)]), "make, old: OLD"),
        ("a key of 5 days, asked", Seen([Key("OLD", 5)]) with { Asked = true }, "make, old: OLD"),
        ("no key at all", Seen([]), "make, old: "),
        ("no key at all, asked", Seen([]) with { Asked = true }, "make, old: "),
        ("an inactive key alone: the repository has none", Seen([Inactive("OLD", 200, 10)]), "make, old: "),
        ("a key of 5 days that leaked and was left active", Seen([Key("OLD", 5) with { Leaked = true }]), "make, old: OLD"),
        ("a key of 5 days that leaked and was cut", Seen([Inactive("OLD", 5, 0) with { Leaked = true }]), "make, old: "),
        ("both keys leaked and cut", Seen([Inactive("A", 5, 0) with { Leaked = true }, Inactive("B", 100, 0) with { Leaked = true }]), "refuse: the inactive key A was found in public, is kept as evidence, and takes one of the two places that IAM has. Delete it once it has been looked at. And the inactive key B was found in public"),
        ("one leaked and cut, one retired within its grace: nothing works, so nobody waits", Seen([Inactive("A", 3, 0) with { Leaked = true }, Retired("OLD", 3)]), "refuse: the inactive key A was found in public, is kept as evidence, and takes one of the two places that IAM has. Delete it once it has been looked at. And the key OLD was replaced a short while ago"),
        ("one leaked and cut, one that the ladder made inactive long ago", Seen([Inactive("A", 3, 0) with { Leaked = true }, Outgrown("OLD", 30)]), "remove OLD"),
        ("retired 6 days ago, beside a fresh one", Seen([Key("NEW", 6), Retired("OLD", 6)]), "nothing"),
        ("retired 7 days ago, beside a fresh one", Seen([Key("NEW", 7), Retired("OLD", 7)]), "remove OLD"),
        ("retired 7 days ago and leaked: evidence", Seen([Key("NEW", 7), Retired("OLD", 7) with { Leaked = true }]), "nothing"),
        ("retired 7 days ago, and active again by somebody's hand", Seen([Key("NEW", 7), Retired("OLD", 7) with { Active = true }]), "refuse: it has two active keys"),
        ("due, and one retired within its grace", Seen([Key("NEW", 90), Retired("OLD", 3)]), "rest: the key OLD, which was replaced a short while ago, takes the second place until Wednesday 25 November 2026"),
        ("asked, and one retired within its grace", Seen([Key("NEW", 3), Retired("OLD", 3)]) with { Asked = true }, "refuse: the key OLD was replaced a short while ago"),
        ("due, and a key that somebody else made inactive and nobody used for long", Seen([Key("OLD", 90), Inactive("LEFT", 400, 300)]), "refuse: the inactive key LEFT, which Gatehouse did not replace"),
        ("due, and a key that the ladder made inactive 29 days ago", Seen([Key("OLD", 90), Outgrown("LEFT", 29)]), "rest: the key LEFT, which was made inactive for its age or disuse, takes the second place until Sunday 22 November 2026"),
        ("asked, and a key that the ladder made inactive 29 days ago", Seen([Key("OLD", 3), Outgrown("LEFT", 29)]) with { Asked = true }, "refuse: the key LEFT was made inactive for its age or disuse"),
        ("due, and a key that the ladder made inactive 30 days ago", Seen([Key("OLD", 90), Outgrown("LEFT", 30)]), "remove LEFT"),
        ("due, and a key that the ladder made inactive, where it deletes none", Seen([Key("OLD", 90), Outgrown("LEFT", 300)]) with { DeleteDays = 0 }, "refuse: the inactive key LEFT, which Gatehouse did not replace"),
        ("due, and another inactive key that leaked", Seen([Key("OLD", 90), Inactive("LEFT", 200, 100) with { Leaked = true }]), "refuse: the inactive key LEFT was found in public"),
        ("due, both active and in use", Seen([Key("A", 120, used: 1), Key("B", 100, used: 2)]), "refuse: it has two active keys, A (last used on 2026-11-20) and B (last used on 2026-11-19)"),
        ("due, both active, one unused for long: it may be the one in the secrets", Seen([Key("A", 300, used: 200), Key("B", 100, used: 2)]), "refuse: it has two active keys"),
        ("due, both active, the unused one leaked", Seen([Key("A", 120, used: 90) with { Leaked = true }, Key("B", 100, used: 2)]), "refuse: it has two active keys"),

        ("begun, nothing made", Seen([Key("OLD", 90)], Begun), "make, old: OLD"),
        ("begun, made and remembered", Seen([Key("OLD", 90), Fresh("NEW")], Begun with { New = new("NEW") }), "remove NEW"),
        ("begun, made and not remembered", Seen([Key("OLD", 90), Fresh("LOST")], Begun), "remove LOST"),
        ("begun, and a key made by hand eleven minutes after ours was to be", Seen([Key("OLD", 90), Fresh("OTHER") with { Created = Begun.Making!.Value.AddMinutes(11) }], Begun), "refuse: the key OTHER (made on 2026-11-21, never used) was made by somebody else"),
        ("begun, and a key made by hand where we had set out to make none", Seen([Key("OLD", 90), Fresh("OTHER")], Begun with { Making = null }), "refuse: the key OTHER"),
        ("begun, made and remembered, and a key made by hand in its place", Seen([Key("OLD", 90), Fresh("OTHER")], Begun with { New = new("NEW") }), "refuse: the key OTHER"),
        ("begun, nothing made, and the old key was replaced by hand", Seen([Key("HAND", 1)], Begun), "make, old: HAND"),
        ("begun beside an inactive key, made and remembered, and gone again", Seen([Inactive("LEFT", 200, 10)], Begun with { Old = [], New = new("NEW") }), "make, old: "),
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
        ("written, its test failed", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Failure = "it failed" }), "prove"),
        ("written, its test failed, asked", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Failure = "it failed" }) with { Asked = true }, "start over"),
        ("written, asked", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Asked = true }, "prove"),
        ("written, and somebody wrote one secret since", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Half }, "start over"),
        ("tested, and somebody wrote one secret since", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }) with { Secrets = SecretsState.Half }, "start over"),
        ("written, and somebody wrote the secrets since", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Secrets = SecretsState.Others }, "refuse: somebody wrote AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me after the rotation did"),
        ("tested, and somebody wrote the secrets since", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }) with { Secrets = SecretsState.Others }, "refuse: somebody wrote"),
        ("gone by somebody's hand, who also wrote the secrets", Seen([Key("OLD", 90)], Written) with { Secrets = SecretsState.Others }, "refuse: somebody wrote"),
        ("tested, and somebody wrote the secrets since, asked", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }) with { Secrets = SecretsState.Others, Asked = true }, "start over"),
        ("started over", Seen([Key("OLD", 90), Fresh("NEW")], Begun with { New = new("NEW"), Broken = true }), "remove NEW"),
        ("started over, and deleted", Seen([Key("OLD", 90)], Begun with { New = new("NEW"), Broken = true }), "make, old: OLD, broken"),
        ("written, and leaked and cut", Seen([Key("OLD", 90), Fresh("NEW") with { Active = false, Leaked = true }], Written), "refuse: the key NEW was found in public and is kept as evidence, and OLD takes the other place. Delete the first once it has been looked at, or the second if nobody uses it"),
        ("written, leaked and cut, and the old one deleted", Seen([Fresh("NEW") with { Active = false, Leaked = true }], Written), "make, old: OLD, broken"),
        ("written, leaked and left active, and the old one deleted", Seen([Fresh("NEW") with { Leaked = true }], Written), "make, old: OLD NEW, broken"),
        ("written, and both leaked", Seen([Key("OLD", 90) with { Leaked = true }, Fresh("NEW") with { Active = false, Leaked = true }], Written), "refuse: the keys OLD and NEW were found in public"),
        ("written, and gone by somebody's hand", Seen([Key("OLD", 90)], Written), "make, old: OLD, broken"),
        ("written, and inactive by somebody's hand", Seen([Key("OLD", 90), Fresh("NEW") with { Active = false }], Written), "refuse: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me hold the key NEW, and somebody made it inactive"),
        ("written, no test, not used", Seen([Key("OLD", 90), Fresh("NEW")], Written) with { Machine = Unproved }, "rest: both keys stay active until somebody uses the new one, NEW"),
        ("written, no test, used", Seen([Key("OLD", 90), Fresh("NEW") with { LastUsed = Now }], Written) with { Machine = Unproved }, "take as proved"),
        ("tested", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }), "retire OLD"),
        ("tested, and the new key inactive by somebody's hand", Seen([Key("OLD", 90), Fresh("NEW") with { Active = false }], Written with { Tested = Now }), "refuse: AWS_ACCESS_KEY_ID"),

        ("writing, and the register names another repository", Seen([Key("OLD", 90), Fresh("NEW")], Writing) with { Machine = Elsewhere }, "refuse: a rotation was writing AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me"),
        ("tested, and the register names another repository", Seen([Key("OLD", 90), Fresh("NEW")], Written with { Tested = Now }) with { Machine = Elsewhere }, "refuse: a rotation was writing"),
    ];

    private static RotationRecord Begun => new(Deploy, Now.AddMinutes(-10), [new AccessKeyId("OLD")]) { Making = Now.AddMinutes(-10) };

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
                RotationStep.RetireKeys retire when seen.Known?.Tested is null => retire.Old,
                _ => [],
            };
            seen.Keys.Where(key => taken.Contains(key.Id)).ShouldAllBe(
                key => !key.Active || key.Id == (seen.Known == null ? null : seen.Known.New) || key.LastUsed == null, what);
        }
    }

    [Theory]
    [InlineData("a key of 90 days", true)]
    [InlineData("due, and a key that the ladder made inactive 30 days ago", true)]
    [InlineData("begun, nothing made", true)]
    [InlineData("retired 7 days ago, beside a fresh one", false)]
    [InlineData("begun, made and remembered", false)]
    [InlineData("begun, made and not remembered", false)]
    [InlineData("writing, neither was written, its key is gone", false)]
    [InlineData("started over, and deleted", false)]
    [InlineData("written, with a test", false)]
    [InlineData("tested", false)]
    public void What_has_begun_is_told_from_what_begins(string what, bool begins)
    {
        var (_, seen, _) = Table.Single(row => row.What == what);

        RotationPlan.Begins(seen, RotationPlan.Next(seen)).ShouldBe(begins);
    }

    private static RotationSeen Seen(IReadOnlyList<DeployKey> keys, RotationRecord? known = null) => new(Proved, keys, known, Now, Grace) { DeleteDays = 30 };

    private static DeployKey Key(string id, int days, int? used = 0) => new(new AccessKeyId(id), Active: true, Now.AddDays(-days), used is { } ago ? Now.AddDays(-ago) : null);

    private static DeployKey Inactive(string id, int days, int used) => Key(id, days, used) with { Active = false };

    private static DeployKey Retired(string id, int days) => Inactive(id, 100, days) with { Retired = Now.AddDays(-days) };

    private static DeployKey Outgrown(string id, int days) => Inactive(id, 200, 150) with { Outgrown = Now.AddDays(-days) };

    private static DeployKey Fresh(string id) => new(new AccessKeyId(id), Active: true, Now.AddMinutes(-10), LastUsed: null);

    private static string Said(RotationStep step) => step switch
    {
        RotationStep.Rest { Why: null } => "nothing",
        RotationStep.Rest rest => $"rest: {rest.Why}",
        RotationStep.Refuse refuse => $"refuse: {refuse.Why}",
        RotationStep.RemoveKey remove => $"remove {remove.Key}",
        RotationStep.StartOver => "start over",
        RotationStep.MakeKey make => $"make, old: {string.Join(' ', make.Old)}{(make.Broken ? ", broken" : "")}",
        RotationStep.TakeAsWritten => "take as written",
        RotationStep.ProveKey => "prove",
        RotationStep.TakeAsProved => "take as proved",
        RotationStep.RetireKeys retire => $"retire {string.Join(' ', retire.Old)}",
        _ => throw new UnknownRotationStepException(step),
    };
}
