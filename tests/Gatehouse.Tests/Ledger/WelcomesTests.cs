using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Tests.House;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Ledger;

public sealed class WelcomesTests : IDisposable
{
    private static readonly RunId Next = new("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-8-2222");
    private static readonly PlannedChange Reset = Planned(new ResetPassword(Name("jane"), Head));
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();

    private Welcomes Welcomes => new(ledger.Table, clock);

    private WelcomeClaims Claims => new(ledger.Table, ledger.Audit, new PasswordTurns(ledger.Table, clock), clock);

    private static string Welcome => Reset.WelcomeIn(Run)!;

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task Somebody_whom_the_run_makes_takes_no_turn_because_nothing_else_can_mail_them_a_password()
    {
        await Welcomes.OweAsync(Run, Reset, Welcome, default);
        ledger.Writes.Clear();

        (await Claims.ClaimAsync(Run, Name("jane"), Welcome, default, isNew: true)).ShouldNotBeNull();

        ledger.Writes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_mail_is_for_is_kept_with_its_promise_and_comes_with_its_claim()
    {
        await Welcomes.OweAsync(Run, Reset, Welcome, default);

        (await Welcomes.OwedAsync(default)).ShouldHaveSingleItem().ShouldBe(new OwedWelcome(Name("jane"), Welcome, WelcomeKind.Reset));
        (await Claims.ClaimAsync(Next, Name("jane"), Welcome, default)).ShouldBe(new WelcomeClaim(Name("jane"), Welcome, 1, false, WelcomeKind.Reset));
        (await Welcomes.FindAsync(Welcome, default))!.Kind.ShouldBe(WelcomeKind.Reset);
    }

    [Fact]
    public async Task A_run_takes_over_its_own_claim_at_once_and_another_only_when_the_claim_has_ended()
    {
        await Welcomes.OweAsync(Run, Reset, Welcome, default);
        await Claims.ClaimAsync(Run, Name("jane"), Welcome, default);

        (await Claims.ClaimAsync(Run, Name("jane"), Welcome, default))!.ReplacesEarlier.ShouldBeTrue();
        await Should.ThrowAsync<WelcomeInProgressException>(() => Claims.ClaimAsync(Next, Name("jane"), Welcome, default));
        clock.Now = clock.Now.AddMinutes(1);
        (await Claims.ClaimAsync(Next, Name("jane"), Welcome, default))!.Attempt.ShouldBe(3);
    }

    [Fact]
    public async Task What_was_accepted_is_owed_no_more_and_not_claimed_again()
    {
        await Welcomes.OweAsync(Run, Reset, Welcome, default);
        var claim = (await Claims.ClaimAsync(Run, Name("jane"), Welcome, default))!;
        await Claims.AcceptedAsync(claim, "message-1", AuditEntry.OfWelcome(Run, Reset, Outcome.Welcomed, clock.Now), default);

        await Welcomes.OweAsync(Next, Reset, Welcome, default);

        (await Welcomes.OwedAsync(default)).ShouldBeEmpty();
        (await Claims.ClaimAsync(Next, Name("jane"), Welcome, default)).ShouldBeNull();
        (await ledger.Audit.OfRunAsync(Run, default)).ShouldHaveSingleItem().What.ShouldBe("send the new password");
    }

    [Fact]
    public async Task An_attempt_that_mailed_nothing_is_followed_by_one_that_replaces_nothing()
    {
        await Welcomes.OweAsync(Run, Reset, Welcome, default);
        await Claims.NotSentAsync((await Claims.ClaimAsync(Run, Name("jane"), Welcome, default))!, default);

        (await Claims.ClaimAsync(Run, Name("jane"), Welcome, default))!.ReplacesEarlier.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_welcomes_of_one_person_take_turns_so_that_the_last_mail_has_the_password_that_works()
    {
        var other = Planned(new ResetPassword(Name("JANE"), Before));
        await Welcomes.OweAsync(Run, Reset, Welcome, default);
        await Welcomes.OweAsync(Run, other, other.WelcomeIn(Run)!, default);

        var first = (await Claims.ClaimAsync(Run, Name("jane"), Welcome, default))!;
        await Should.ThrowAsync<WelcomeInProgressException>(() => Claims.ClaimAsync(Run, Name("JANE"), other.WelcomeIn(Run)!, default));
        await Claims.AcceptedAsync(first, "message-1", AuditEntry.OfWelcome(Run, Reset, Outcome.Welcomed, clock.Now), default);

        var second = (await Claims.ClaimAsync(Run, Name("JANE"), other.WelcomeIn(Run)!, default))!;
        second.ReplacesEarlier.ShouldBeFalse("it was never tried before");
        await Claims.NotSentAsync(second, default);
        (await Claims.ClaimAsync(Next, Name("jane"), Welcome, default)).ShouldBeNull();
        (await Claims.ClaimAsync(Next, Name("jane"), other.WelcomeIn(Run)!, default)).ShouldNotBeNull("what has nothing to send keeps no turn");
    }
}
