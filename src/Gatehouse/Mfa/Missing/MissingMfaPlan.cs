using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Mfa.Missing;

/// <summary>
/// Decides what becomes of somebody without MFA. Pure.
/// <list type="table">
/// <listheader><term>IAM · ledger</term><description>what is done</description></listheader>
/// <item><term>a device · known</term><description>forgotten</description></item>
/// <item><term>no password · known, and it was being taken away</term><description>SuspendPassword: what is left of it</description></item>
/// <item><term>no password · known</term><description>forgotten</description></item>
/// <item><term>a password and no device · unknown, or another password was taken away before</term><description>their days begin</description></item>
/// <item><term>a password and no device</term><description>what is due: WarnWithoutMfa 1, then 2, then SuspendPassword where the sweep may</description></item>
/// </list>
/// Days are those of UTC, and each step also waits its days after the one before it was sent: a run that was missed, or a mail that failed, puts off
/// all that follows. So does the first sweep over an old account.
/// </summary>
public static class MissingMfaPlan
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <param name="person">Who.</param>
    /// <param name="signIn">As IAM has it now.</param>
    /// <param name="known">What the ledger knows; null where it knows nothing.</param>
    /// <param name="rule">The days.</param>
    /// <param name="now">The moment of deciding.</param>
    /// <param name="maySuspend">Whether this sweep may take the password away.</param>
    public static MissingMfaStep Decide(UserName person, SignIn signIn, PersonWithoutMfa? known, MissingMfaRule rule, DateTimeOffset now, bool maySuspend)
    {
        if (signIn.HasDevice)
        {
            return new MissingMfaStep(Forget: known is not null);
        }

        if (signIn.PasswordMade is not { } made)
        {
            return known?.Suspending is null ? new MissingMfaStep(Forget: known is not null) : new MissingMfaStep(Change: new SuspendPassword(person, known.Since));
        }

        // The password that was taken away is not this one: somebody gave them another.
        var anew = known is null || known.Suspending < made;
        var current = anew ? new PersonWithoutMfa(person, Since(made, now)) : known!;
        var change = Due(current, rule, now);
        return new MissingMfaStep(Forget: anew && known is not null, anew ? current.Since : null, change is SuspendPassword && !maySuspend ? null : change);
    }

    /// <summary>The next step where its time has come; null where it has not.</summary>
    public static MfaChange? Due(PersonWithoutMfa known, MissingMfaRule rule, DateTimeOffset now) => known switch
    {
        _ when rule.WarnsFirst && known.FirstWarned is null => After(known.Since, rule.FirstDays, now) ? new WarnWithoutMfa(known.Person, 1, known.Since) : null,
        _ when rule.WarnsAgain && known.SecondWarned is null =>
            After(known.Since, rule.SecondDays, now) && (known.FirstWarned is not { } first || !rule.WarnsFirst || After(first, rule.BetweenWarnings, now))
                ? new WarnWithoutMfa(known.Person, 2, known.Since)
                : null,
        _ => SuspendsOn(known, rule) <= DayOf(now) ? new SuspendPassword(known.Person, known.Since) : null,
    };

    /// <summary>The day on which the password goes, given the warnings that were sent; null where it never does, or where a warning is still to come.</summary>
    public static DateOnly? SuspendsOn(PersonWithoutMfa known, MissingMfaRule rule)
    {
        if (!rule.Suspends || (rule.WarnsAgain ? known.SecondWarned : known.FirstWarned) is not { } warned)
        {
            return null;
        }

        var (bySince, byWarning) = (DayOf(known.Since).AddDays(rule.SuspendDays), DayOf(warned).AddDays(rule.AfterLastWarning));
        return bySince > byWarning ? bySince : byWarning;
    }

    /// <summary>From the moment at which a sweep saw it, or from the making of the password where that was within the day before.</summary>
    private static DateTimeOffset Since(DateTimeOffset made, DateTimeOffset now) => made > now - Day && made < now ? made : now;

    private static bool After(DateTimeOffset start, int days, DateTimeOffset now) => DayOf(now) >= DayOf(start).AddDays(days);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
