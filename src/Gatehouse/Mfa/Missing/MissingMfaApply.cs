using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Mfa.Missing;

/// <summary>Looks whether somebody has MFA now, lets the plan decide, and does it. Two reads of IAM for each person, one more before a password goes, and one where IAM denies.</summary>
public sealed class MissingMfaApply(
    IMfaDevices devices, IPasswords passwords, IAccount account, WithoutMfa without, UnusedPasswords unused, MissingMfaNotices notices, Settings settings, TimeProvider clock)
{
    /// <returns>What was done.</returns>
    public async Task<IReadOnlyList<MfaChange>> ExamineAsync(RunId run, MfaCandidate candidate, string signIn, CancellationToken cancellationToken)
    {
        var (person, rule, now) = (candidate.Person, MissingMfaRule.Of(settings), clock.GetUtcNow());
        var known = await without.FindAsync(person, cancellationToken);
        if (await ReadAsync(person, cancellationToken) is not { } has)
        {
            await without.ForgetAsync(person, cancellationToken);
            return [];
        }

        var step = MissingMfaPlan.Decide(person, has, known, rule, now, candidate.MaySuspend);
        if (step.Forget)
        {
            await without.ForgetAsync(person, cancellationToken);
        }

        if (step.Begin is { } since)
        {
            known = new PersonWithoutMfa(person, since);
            await without.BeginAsync(person, since, cancellationToken);
        }

        var done = step.Change switch
        {
            null => false,
            WarnWithoutMfa warn => await WarnAsync(run, warn, candidate.Protected ? null : MissingMfaPlan.SuspendsOn(Warned(known!, warn, now), rule), signIn, cancellationToken),
            SuspendPassword suspend => await SuspendAsync(run, suspend, signIn, cancellationToken),
            _ => throw new UnknownMfaChangeException(step.Change),
        };
        return done ? [step.Change!] : [];
    }

    private static PersonWithoutMfa Warned(PersonWithoutMfa known, WarnWithoutMfa warn, DateTimeOffset now) => warn.Number == 1 ? known with { FirstWarned = now } : known with { SecondWarned = now };

    /// <returns>Null where they are gone since the sweep, or not ours any more.</returns>
    private async Task<SignIn?> ReadAsync(UserName person, CancellationToken cancellationToken)
    {
        if ((await devices.DevicesAsync(person, cancellationToken)).Count > 0)
        {
            return new SignIn(HasDevice: true, null);
        }

        try
        {
            return new SignIn(HasDevice: false, await passwords.MadeAsync(person, cancellationToken));
        }
        catch (PasswordDeniedException)
        {
            if (await devices.FindUserAsync(person, cancellationToken) is { Managed: true })
            {
                throw;
            }

            return null;
        }
    }

    private async Task<bool> WarnAsync(RunId run, WarnWithoutMfa warn, DateOnly? suspendsOn, string signIn, CancellationToken cancellationToken)
    {
        var done = await notices.DoOnceAsync(run, warn, signIn, suspendsOn, () => Task.FromResult(true), cancellationToken);
        await without.WarnedAsync(warn.Person, warn.Number, warn.Since, cancellationToken);
        return done;
    }

    private async Task<bool> SuspendAsync(RunId run, SuspendPassword suspend, string signIn, CancellationToken cancellationToken)
    {
        var done = await notices.DoOnceAsync(run, suspend, signIn, suspendsOn: null, TakeAsync, cancellationToken);
        await without.ForgetAsync(suspend.Person, cancellationToken);
        return done;

        async Task<bool> TakeAsync()
        {
            await without.SuspendingAsync(suspend.Person, cancellationToken);
            if (!await account.RemovePasswordAsync(suspend.Person, cancellationToken))
            {
                return false;
            }

            // A mailed password that is still looked after would be said to have ended unused.
            await unused.SupersedeAsync(suspend.Person, cancellationToken);
            return true;
        }
    }
}
