using Gatehouse.Ledger;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Missing;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa.Missing;

public sealed class MissingMfaPlanTests
{
    private static readonly UserName Jane = new("jane.doe@digital.cabinet-office.gov.uk");
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly MissingMfaRule Usual = new(3, 7, 14);

    public static TheoryData<string, MissingMfaRule, int?, int?, double, string?> Days => new()
    {
        // what · days of the rule · first warned on day · second warned on day · today · what is due
        { "the first day", Usual, null, null, 0, null },
        { "the day before the first mail", Usual, null, null, 2, null },
        { "the first mail's day", Usual, null, null, 3, "WarnWithoutMfa 1" },
        { "the first mail's day, an hour earlier than the sweep that began", Usual, null, null, 2.96, "WarnWithoutMfa 1" },
        { "a week after a missed first mail", Usual, null, null, 10, "WarnWithoutMfa 1" },
        { "the first mail was sent", Usual, 3, null, 6, null },
        { "the second mail's day", Usual, 3, null, 7, "WarnWithoutMfa 2" },
        { "the second mail's day, and the first one went out late", Usual, 5, null, 7, null },
        { "four days after the late first mail", Usual, 5, null, 9, "WarnWithoutMfa 2" },
        { "both were sent", Usual, 3, 7, 13, null },
        { "the last day", Usual, 3, 7, 14, "SuspendPassword" },
        { "the last day, and the second mail went out late", Usual, 3, 9, 15, null },
        { "seven days after the late second mail", Usual, 3, 9, 16, "SuspendPassword" },
        { "an old account, warned today for the first time", Usual, 300, null, 301, null },
        { "an old account, four days later", Usual, 300, null, 304, "WarnWithoutMfa 2" },
        { "an old account, eleven days later", Usual, 300, 304, 311, "SuspendPassword" },
        { "no first mail: the second one's day", new MissingMfaRule(0, 7, 14), null, null, 7, "WarnWithoutMfa 2" },
        { "no first mail: the last day", new MissingMfaRule(0, 7, 14), null, 7, 14, "SuspendPassword" },
        { "no second mail: the last day", new MissingMfaRule(3, 0, 14), 3, null, 14, "SuspendPassword" },
        { "no second mail, and the first one went out late", new MissingMfaRule(3, 0, 14), 13, null, 23, null },
        { "no second mail, eleven days after the late first one", new MissingMfaRule(3, 0, 14), 13, null, 24, "SuspendPassword" },
        { "nobody is suspended", new MissingMfaRule(3, 7, 0), 3, 7, 400, null },
        { "nobody is warned, so nobody is suspended", new MissingMfaRule(0, 0, 14), null, null, 400, null },
        { "nobody is warned any more, and was before", new MissingMfaRule(0, 0, 14), 3, 7, 400, null },
        { "all of it is off", new MissingMfaRule(0, 0, 0), null, null, 400, null },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void It_is_due(string what, MissingMfaRule rule, int? first, int? second, double today, string? due)
    {
        var known = new PersonWithoutMfa(Jane, Start) { FirstWarned = first is { } day ? Start.AddDays(day) : null, SecondWarned = second is { } later ? Start.AddDays(later) : null };

        Said(MissingMfaPlan.Due(known, rule, Start.AddDays(today))).ShouldBe(due, what);
    }

    public static TheoryData<string, SignIn, PersonWithoutMfa?, bool, bool, string?> Steps => new()
    {
        // what · IAM · ledger · forgotten · begun · what is done
        { "a device, unknown", Device, null, false, false, null },
        { "a device, known", Device, Known, true, false, null },
        { "no password, unknown", Nothing, null, false, false, null },
        { "no password, known", Nothing, Known, true, false, null },
        { "no password, and it was being taken away", Nothing, Known with { Suspending = Start.AddDays(14) }, false, false, "SuspendPassword" },
        { "a password, unknown", Password(0), null, false, true, null },
        { "a password, known, warned and due", Password(0), Known, false, false, "SuspendPassword" },
        { "a password that was to be taken away and is still there", Password(0), Known with { Suspending = Start.AddDays(14) }, false, false, "SuspendPassword" },
        { "another password than the one that was taken away", Password(14.5), Known with { Suspending = Start.AddDays(14) }, true, true, null },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_for(string what, SignIn signIn, PersonWithoutMfa? known, bool forgotten, bool begun, string? done)
    {
        var step = MissingMfaPlan.Decide(Jane, signIn, known, Usual, Start.AddDays(15), maySuspend: true);

        step.Forget.ShouldBe(forgotten, what);
        step.Begin.HasValue.ShouldBe(begun, what);
        Said(step.Change).ShouldBe(done, what);
    }

    [Fact]
    public void A_sweep_that_may_not_take_the_password_does_nothing_on_the_last_day() =>
        MissingMfaPlan.Decide(Jane, Password(0), Known, Usual, Start.AddDays(15), maySuspend: false).ShouldBe(new MissingMfaStep());

    [Theory]
    [InlineData("made long before anybody looked", -300, 15)]
    [InlineData("made in the evening before", 14.5, 14.5)]
    [InlineData("made two days before", 13, 15)]
    public void Days_begin_when_a_sweep_sees_it_or_with_the_password_of_the_day_before(string what, double made, double since) =>
        MissingMfaPlan.Decide(Jane, Password(made), null, Usual, Start.AddDays(15), maySuspend: true).Begin.ShouldBe(Start.AddDays(since), what);

    [Theory]
    [InlineData("warned on time", 7, 14)]
    [InlineData("warned late", 9, 16)]
    [InlineData("not warned again yet", null, null)]
    public void The_day_on_which_the_password_ends(string what, int? second, int? day)
    {
        var known = new PersonWithoutMfa(Jane, Start) { FirstWarned = Start.AddDays(3), SecondWarned = second is { } warned ? Start.AddDays(warned) : null };

        MissingMfaPlan.SuspendsOn(known, Usual).ShouldBe(day is { } ends ? DateOnly.FromDateTime(Start.AddDays(ends).UtcDateTime) : null, what);
    }

    private static SignIn Device => new(HasDevice: true, null);

    private static SignIn Nothing => new(HasDevice: false, null);

    private static PersonWithoutMfa Known => new(Jane, Start) { FirstWarned = Start.AddDays(3), SecondWarned = Start.AddDays(7) };

    private static SignIn Password(double made) => new(HasDevice: false, Start.AddDays(made));

    private static string? Said(MfaChange? change) => change switch
    {
        WarnWithoutMfa warn => $"WarnWithoutMfa {warn.Number}",
        _ => change?.GetType().Name,
    };
}
