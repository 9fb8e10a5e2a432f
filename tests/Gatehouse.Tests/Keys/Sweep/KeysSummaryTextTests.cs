using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys.Sweep;

public class KeysSummaryTextTests
{
    [Fact]
    public void A_sweep_with_nothing_to_say_is_silent() => new KeysSummaryText("run", [], [], []).Write().ShouldBeNull();

    [Fact]
    public void What_was_done_is_counted_by_kind_and_ten_are_named()
    {
        var entries = Enumerable.Range(0, 12).Select(number => new WarnOfAge(GivenKeys.Account, new UserName($"person{number:00}@x.gov.uk"), new AccessKeyId($"AKIA{number:00}"), 76, false).Entry("run", Now))
            .Append(new DeactivateKey(GivenKeys.Account, Jane, Id, KeyCause.Age, Now).Entry("run", Now))
            .Append(new DeleteKey(GivenKeys.Account, Jane, Id, Now).Entry("run", Now));

        new KeysSummaryText("run", [.. entries], [], []).Write().ShouldBe(
            $"""
            *Access keys*: 1 made inactive, 1 deleted, 12 warned about.
            :lock: *Made inactive* (1): {Jane} {Id}
            :wastebasket: *Deleted, after the days for which they were inactive* (1): {Jane} {Id}
            :hourglass: *Warned: the key is old* (12): person00@x.gov.uk AKIA00, person01@x.gov.uk AKIA01, person02@x.gov.uk AKIA02, person03@x.gov.uk AKIA03, person04@x.gov.uk AKIA04, person05@x.gov.uk AKIA05, person06@x.gov.uk AKIA06, person07@x.gov.uk AKIA07, person08@x.gov.uk AKIA08, person09@x.gov.uk AKIA09 and 2 more
            Run `run`
            """);
    }

    [Fact]
    public void Hundreds_of_users_that_are_not_ours_are_one_line_for_each_account()
    {
        var findings = Enumerable.Range(0, 300).Select(number => new KeyFinding(KeyFindingKind.Unmanaged, number < 299 ? GivenKeys.Account : "222233334444", $"<hand{number:000}>"));

        var text = new KeysSummaryText("run", [], [], [.. findings]).Write()!;

        text.Split('\n').Length.ShouldBe(4);
        text.ShouldContain(":warning: *Users that Gatehouse does not manage, with a key that is too old or unused in 111122223333* (299): &lt;hand000&gt;, ");
        text.ShouldContain("&lt;hand009&gt; and 289 more. Nothing was changed.");
    }

    [Fact]
    public void Every_sort_of_finding_and_every_kind_of_change_has_words()
    {
        Enum.GetValues<KeyFindingKind>().ShouldAllBe(kind => new KeysSummaryText("run", Array.Empty<AuditEntry>(), Array.Empty<AuditEntry>(), new[] { new KeyFinding(kind, GivenKeys.Account, "who", "") }).Write() != null);
        KeyFinding.Sorts.ShouldAllBe(sort => sort.StartsWith("Keys", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sweep_that_did_not_come_to_its_end_says_why() =>
        new KeysSummaryText("run", [], [], []) { Problem = "RegisterUnreadableException: line 3" }.Write().ShouldBe("*Access keys*: :x: the sweep did not come to its end: RegisterUnreadableException: line 3 The next one does what is left.\nRun `run`");
}
