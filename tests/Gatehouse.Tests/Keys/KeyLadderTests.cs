using Gatehouse.Keys;
using Gatehouse.Ledger;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys;

public class KeyLadderTests
{
    public static TheoryData<string, KeyStanding, string> ByAge => new()
    {
        { "made five minutes ago and never used", Key(0.003, used: -1), "" },
        { "a day before the first warning", Key(75.9), "" },
        { "the first day of the ladder", Key(76), "WarnOfAge 76" },
        { "the same day again", Key(76.5).Warned(76, 0.5), "" },
        { "between two days", Key(80).Warned(76, 4), "" },
        { "the second day", Key(83).Warned(76, 7), "WarnOfAge 83" },
        { "the second day, and the first was missed", Key(83), "WarnOfAge 83" },
        { "a day after the second, which was missed", Key(84).Warned(76, 8), "WarnOfAge 83" },
        { "the last day", Key(89).Warned(83, 13), "WarnOfAge 89" },
        { "the end", Key(90).Warned(89, 14), "DeactivateKey Age" },
        { "an hour before the end", Key(89.95).Warned(89, 14), "" },
        { "the end, and only the first warning was sent", Key(90).Warned(76, 14), "DeactivateKey Age" },
        { "the end, and the first warning came six days ago", Key(90).Warned(83, 6), "WarnOfAge 89" },
        { "after the end, and the first warning came six days ago", Key(90).Warned(89, 6), "" },
        { "after the end, and the first warning came a week ago less half an hour, because a schedule does not start to the second", Key(91).Warned(89, 6.98), "DeactivateKey Age" },
        { "far too old, and nobody was ever warned", Key(400), "WarnOfAge 89" },
        { "far too old, and warned a week ago", Key(407).Warned(89, 7), "DeactivateKey Age" },
        { "old, and told of disuse alone", Key(95).WarnedOfDisuse(40), "WarnOfAge 89" },
        { "made in the future, as a clock that is moved has it", Key(-3), "" },
    };

    public static TheoryData<string, KeyStanding, string> ByUse => new()
    {
        { "not used for 44 days", Key(70, used: 44.9), "" },
        { "not used for 45 days", Key(70, used: 45), "WarnOfDisuse" },
        { "not used for 45 days, and told", Key(70, used: 46).WarnedOfDisuse(1), "" },
        { "told, used since, and not again for 45 days", Key(75, used: 45).WarnedOfDisuse(60), "WarnOfDisuse" },
        { "never used, and 44 days old", Key(44.9, used: -1), "" },
        { "never used, and 45 days old", Key(45, used: -1), "WarnOfDisuse" },
        { "never used, and a day of the ladder has come: one mail says both", Key(76, used: -1), "WarnOfAge 76 unused" },
        { "told of disuse, and a day of the ladder has come", Key(76, used: -1).WarnedOfDisuse(31), "WarnOfAge 76" },
        { "warned of age, and unused only since", Key(80, used: 45).Warned(76, 4), "WarnOfDisuse" },
        { "told of disuse 45 days ago: it ends with its age alone", Key(89.9, used: -1).WarnedOfDisuse(45).Warned(89, 14), "" },
        { "IAM says that it was used before it was made", Key(45, used: 60), "WarnOfDisuse" },
    };

    public static TheoryData<string, KeyStanding, string> ByUseThatEnds => new()
    {
        { "unused for 60 days, and nobody was told", Key(70, used: 60), "WarnOfDisuse" },
        { "unused for 60 days, and told six days ago", Key(70, used: 60).WarnedOfDisuse(6), "" },
        { "unused for 60 days, and told a week ago", Key(70, used: 60).WarnedOfDisuse(7), "DeactivateKey Disuse" },
        { "unused for 59 days, and told a week ago", Key(70, used: 59.9).WarnedOfDisuse(7), "" },
        { "told, and used since", Key(70, used: 5).WarnedOfDisuse(7), "" },
        { "never used, 60 days old, and told", Key(60, used: -1).WarnedOfDisuse(15), "DeactivateKey Disuse" },
        { "unused and too old: its age is the reason", Key(90, used: 60).WarnedOfDisuse(15).Warned(89, 14), "DeactivateKey Age" },
    };

    public static TheoryData<string, KeyStanding, string> Inactive => new()
    {
        { "made inactive by somebody else", Key(400, active: false), "" },
        { "made inactive by somebody else, after our warnings", Key(95, active: false).Warned(89, 14), "" },
        { "made inactive by us, and not told yet", Key(90, active: false).Deactivated(0.01, told: false), "DeactivateKey Age" },
        { "made inactive by us 29 days ago", Key(120, active: false).Deactivated(29), "" },
        { "made inactive by us 30 days ago", Key(120, active: false).Deactivated(30), "DeleteKey" },
        { "made inactive by us 30 days ago, because nobody used it", Key(120, active: false).Deactivated(30, KeyCause.Disuse), "DeleteKey" },
        { "made inactive by us 30 days ago, and exempt since", Key(120, active: false).Deactivated(30).Exempt(10), "" },
        { "made inactive by us 300 days ago", Key(400, active: false).Deactivated(300), "DeleteKey" },
        { "found in public", Key(400, active: false).Deactivated(300, KeyCause.Leak).With(record => record with { Leaked = Ago(300) }), "" },
        { "stopped because it was found in public, and active again by hand", Key(400).Deactivated(1, KeyCause.Leak, told: false).With(record => record with { Leaked = Ago(1) }), "DeactivateKey Leak by hand" },
        { "stopped a moment ago because it was found in public, and IAM still lists it as active", Key(400).Deactivated(0.01, KeyCause.Leak, told: false).With(record => record with { Leaked = Ago(0.01) }), "" },
        { "found in public after we made it inactive for its age", Key(400, active: false).Deactivated(30).With(record => record with { Leaked = Ago(1) }), "" },
        { "found in public, and still active because it is protected", Key(400).With(record => record with { Leaked = Ago(1) }), "" },
        { "replaced by a rotation", Key(400, active: false).Deactivated(300, KeyCause.Rotation), "" },
    };

    public static TheoryData<string, KeyStanding, string> GivenBack => new()
    {
        { "given back, and the time is not up", Key(91).Warned(89, 15).With(record => record with { ReactivatedUntil = Ago(-0.5) }), "" },
        { "given back, and the time is up", Key(92).Warned(89, 16).With(record => record with { ReactivatedUntil = Ago(0.5) }), "DeactivateKey Age" },
        { "given back and used: no disuse any more", Key(70, used: 0.6).WarnedOfDisuse(10).With(record => record with { ReactivatedUntil = Ago(0.5) }), "" },
        { "made active again by hand", Key(91).Warned(89, 15).Deactivated(1), "DeactivateKey Age by hand" },
        { "made inactive half an hour ago, and IAM still lists it as active", Key(90).Warned(89, 14).Deactivated(0.02), "" },
        { "our call was never made", Key(90).Warned(89, 14).Deactivated(0.02, told: false), "DeactivateKey Age" },
        { "made active again by hand, and exempt", Key(91).Deactivated(1).Exempt(20), "" },
    };

    public static TheoryData<string, KeyStanding, string> Exempted => new()
    {
        { "exempt, and far too old", Key(400).Exempt(100), "" },
        { "exempt, and unused", Key(60, used: -1).Exempt(100), "" },
        { "exempt by its id, and the ledger does not know it", Key(400).Exempt(100, byKey: true), "RememberExemption" },
        { "exempt by its id, and the ledger knows it", Key(400).With(record => record).Exempt(100, byKey: true), "" },
        { "warned before it was exempt", Key(80).Warned(76, 4).Exempt(100), "RememberExemption" },
        { "told of disuse before it was exempt", Key(60, used: -1).WarnedOfDisuse(4).Exempt(100), "RememberExemption" },
        { "15 days before the end", Key(400).Exempt(15), "" },
        { "14 days before the end", Key(400).Exempt(14), "WarnOfExemptionEnd 14" },
        { "10 days before the end, and the first mail was missed", Key(400).Exempt(10), "WarnOfExemptionEnd 14" },
        { "10 days before the end, and mailed", Key(400).Exempt(10).With(Mailed(10, 14)), "" },
        { "3 days before the end, and mailed once", Key(400).Exempt(3).With(Mailed(3, 14)), "WarnOfExemptionEnd 3" },
        { "on the last day, and never mailed", Key(400).Exempt(0), "WarnOfExemptionEnd 3" },
        { "on the last day, and mailed twice", Key(400).Exempt(0).With(Mailed(0, 3)), "" },
        { "prolonged after the mail: it does not count any more", Key(400).Exempt(60).With(Mailed(10, 14)), "RememberExemption" },
        { "a key that is young when it ends", Key(20).Exempt(10), "" },
        { "a key that is old on the day after", Key(62).Exempt(13), "WarnOfExemptionEnd 14" },
    };

    [Theory]
    [MemberData(nameof(ByAge))]
    [MemberData(nameof(ByUse))]
    [MemberData(nameof(Inactive))]
    [MemberData(nameof(GivenBack))]
    [MemberData(nameof(Exempted))]
    public void What_is_due_for_a_key(string key, KeyStanding standing, string due) => standing.Due().Words().ShouldBe(due, key);

    [Theory]
    [MemberData(nameof(ByUseThatEnds))]
    public void What_is_due_for_a_key_where_disuse_ends_it(string key, KeyStanding standing, string due) =>
        standing.Due(Rule with { UnusedDeactivateAfter = 60 }).Words().ShouldBe(due, key);

    [Fact]
    public void A_young_key_never_ends_for_disuse_however_the_days_are_set()
    {
        var strict = Rule with { UnusedAfter = 1, UnusedDeactivateAfter = 8, NoticeDays = 0 };

        Key(13.9, used: -1).WarnedOfDisuse(12).Due(strict).Words().ShouldBe("");
        Key(14, used: -1).WarnedOfDisuse(6.9).Due(strict).Words().ShouldBe("");
        Key(14, used: -1).WarnedOfDisuse(7).Due(strict).Words().ShouldBe("DeactivateKey Disuse");
    }

    [Fact]
    public void Each_end_can_be_switched_off()
    {
        Key(400).Warned(89, 300).Due(Rule with { DeactivateDays = 0 }).Words().ShouldBe("");
        Key(400, active: false).Deactivated(300).Due(Rule with { DeleteDays = 0 }).Words().ShouldBe("");
        Key(60, used: -1).Due(Rule with { UnusedAfter = 0 }).Words().ShouldBe("");
    }

    [Fact]
    public void Without_days_of_notice_a_warning_still_comes_first()
    {
        Key(400).Due(Rule with { NoticeDays = 0 }).Words().ShouldBe("WarnOfAge 89");
        Key(400).Warned(89, 0.01).Due(Rule with { NoticeDays = 0 }).Words().ShouldBe("DeactivateKey Age");
    }

    [Fact]
    public void What_was_begun_is_finished_under_its_own_moment_and_what_was_begun_long_ago_under_a_new_one()
    {
        Key(90, active: false).Deactivated(3, told: false).Due().ShouldBeOfType<DeactivateKey>().At.ShouldBe(Ago(3));
        Key(90).Deactivated(0.01, told: false).Due().ShouldBeOfType<DeactivateKey>().At.ShouldBe(Ago(0.01));
        // The key was active all along: its days of being inactive begin now.
        Key(90).Deactivated(3, told: false).Due().ShouldBeOfType<DeactivateKey>().At.ShouldBe(Now);
    }

    [Fact]
    public void A_key_that_ends_and_a_key_that_is_deleted_say_the_same_day_as_the_mails()
    {
        KeyLadder.EndsAt(Key(76), Rule, Now).ShouldBe(Now.AddDays(14));
        KeyLadder.EndsAt(Key(400), Rule, Now)!.Value.ShouldBeInRange(Now.AddDays(6.9), Now.AddDays(7));
        KeyLadder.EndsAt(Key(400), Rule with { DeactivateDays = 0 }, Now).ShouldBeNull();
    }

    private static Func<KeyRecord, KeyRecord> Mailed(int days, int ahead) =>
        record => record with { ExemptionEnd = (DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days), ahead), FirstWarned = Ago(1) };
}
