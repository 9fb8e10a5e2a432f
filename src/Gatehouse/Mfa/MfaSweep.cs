using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Mfa.Missing;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>
/// Looks over the whole account, page by page, and stores whom to look at for the Map; or, for <c>grace</c>, only who has a device whose announced
/// time is up: one query of the ledger, and no call of IAM.
/// </summary>
public sealed partial class MfaSweep(
    IAccount account, IVirtualDevices devices, ICredentialReport report, PasswordPolicyDrift policy, WithoutMfa without, MfaGraces graces, UnprovedDevices unproved, IRegisterSource register, ISweepStore store,
    Settings settings, TimeProvider clock, ILogger<MfaSweep> log)
{
    /// <exception cref="ArgumentException">The trigger is neither of the two.</exception>
    public async Task<MfaSweepSummary> FindAsync(RunId run, MfaSweepInput input, CancellationToken cancellationToken)
    {
        var due = await graces.DueAsync(clock.GetUtcNow(), cancellationToken);
        var (found, signIn) = input.Trigger switch
        {
            MfaSweepInput.Grace => (MfaSweepPlan.OfGraces(due), run.Account),
            MfaSweepInput.Schedule => await WholeAsync(run, due, cancellationToken),
            _ => throw new ArgumentException($"'{input.Trigger}' starts no sweep: {MfaSweepInput.Schedule} or {MfaSweepInput.Grace}.", nameof(input)),
        };
        var (bucket, key) = await store.WriteAsync(run, found, cancellationToken);
        Log.Found(log, found.People.Count, found.Findings.Count);
        return new MfaSweepSummary(bucket, key, found.People.Count, signIn);
    }

    private async Task<(SweepFound Found, string SignIn)> WholeAsync(RunId run, IReadOnlyList<UserName> due, CancellationToken cancellationToken)
    {
        var seen = new SweepSeen(
            await account.SnapshotAsync(cancellationToken), (await report.ReadAsync(cancellationToken)).Rows, await devices.AllAsync(cancellationToken), clock.GetUtcNow())
        {
            Names = DeviceNames.RuleOf(settings.MfaNames),
            Missing = MissingMfaRule.Of(settings),
            Without = await without.OpenAsync(cancellationToken),
            Graces = due,
            Unproved = await unproved.OpenAsync(cancellationToken),
            PasswordPolicy = [.. await PolicyAsync(cancellationToken)],
        };
        var plan = new MfaSweepPlan(seen);
        foreach (var gone in plan.Gone)
        {
            await without.ForgetAsync(gone, cancellationToken);
        }

        var (known, unreadable) = plan.AsksTheRegister ? await SettingsAsync(cancellationToken) : (null, null);
        return (plan.Found(known, unreadable), plan.Mails ? await account.AliasAsync(cancellationToken) ?? run.Account : run.Account);
    }

    private async Task<IEnumerable<string>> PolicyAsync(CancellationToken cancellationToken) =>
        await policy.FindAsync(cancellationToken) is { Count: > 0 } differences ? differences.Append($"To mend it: `{policy.Mends}`") : [];

    /// <summary>The register's settings at the head; without them nobody's password goes, and mails go all the same.</summary>
    private async Task<(RegisterSettings? Settings, string? Unreadable)> SettingsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await register.ReadSettingsAsync(await register.HeadAsync(cancellationToken), cancellationToken), null);
        }
        catch (Exception failure) when (failure is RegisterUnreadableException or GitHubUnavailableException or GitHubRefusedException or SecretNotSetException or SecretUnreadableException)
        {
            Log.RegisterUnreadable(log, failure.Message);
            return (null, failure.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{People} people are to be looked at; {Findings} things are only named.")]
        public static partial void Found(ILogger log, int people, int findings);

        [LoggerMessage(2, LogLevel.Warning, "No console password goes in this sweep, because the register cannot be read: {Why}")]
        public static partial void RegisterUnreadable(ILogger log, string why);
    }
}
