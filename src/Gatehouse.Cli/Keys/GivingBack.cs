using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Revoke;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.Keys;

/// <summary>Gives a key back. The ledger comes first, so that a sweep that runs in that second leaves the key alone.</summary>
internal sealed class GivingBack(Deployment deployment, Screen screen, string account, UserName user, string reason)
{
    /// <summary>How long a sweep leaves it alone.</summary>
    private static readonly TimeSpan Given = TimeSpan.FromHours(24);

    private readonly Steps steps = new(screen, deployment.Clock);

    /// <param name="wanted">Which key; null for the one there is.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> DoAsync(AccessKeyId? wanted, CancellationToken cancellationToken)
    {
        var keys = (await deployment.Room<IKeyAccounts>().EnterAsync(account, KeyPurpose.Act, cancellationToken)).Keys;
        await RefuseLeaverAsync(cancellationToken);
        var now = deployment.Clock.GetUtcNow();
        var live = await keys.OfAsync(user, cancellationToken);
        var record = GivableKey.Of(user, wanted, live, await deployment.Room<KeyRecords>().OfUserAsync(account, user, cancellationToken), now);
        if (record is { Deactivated: null, ReactivatedUntil: { } until } && live.Any(key => key.Id == record.Key && key.Active))
        {
            steps.Say($"The key {record.Key} of {user} is active, and was given back until {Words.Minute(until)} UTC already. Nothing was done.", Words.Good);
            Remind(record.Key, until);
            return ExitCode.Fine;
        }

        return await GiveAsync(keys, record, record.Deactivated is null ? record.ReactivatedUntil!.Value : now + Given, cancellationToken);
    }

    private async Task<int> GiveAsync(IAccessKeys keys, KeyRecord record, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var byHand = new ByHand(deployment, steps, "reactivate", user, reason);
        steps.Say($"Giving back the key {record.Key} of {user}, as {deployment.Caller.Arn}:");
        await steps.DoAsync($"remember that it is left alone until {Words.Minute(until)} UTC", () => deployment.Room<KeyRecords>().ReactivatedAsync(record, until, cancellationToken));
        var gone = false;
        var failure = await steps.TryAsync("make it active", async () => gone = !await keys.ActivateAsync(user, record.Key, cancellationToken));
        failure ??= gone ? "The key was deleted in the meantime." : null;
        string?[] troubles =
        [
            failure is null ? null : $"NOT FINISHED: {failure}\n  Run the same command again: every step is safe to repeat.",
            Trouble("the trail does not have it", await byHand.RecordAsync($"give back the access key {record.Key} until {Words.Minute(until)} UTC", failure, cancellationToken)),
            Trouble("Slack was not told, so tell people yourself", await byHand.TellSlackAsync(HandSlack.GivenBack(user, record.Key, deployment.Caller.Arn, reason, until, failure), cancellationToken)),
        ];
        if (failure is null)
        {
            steps.Say($"The key {record.Key} is active again.", Words.Good);
            Remind(record.Key, until);
        }

        foreach (var trouble in troubles.OfType<string>())
        {
            screen.Note(trouble, Words.Bad);
        }

        return troubles.All(trouble => trouble is null) ? ExitCode.Fine : ExitCode.Error;
    }

    /// <summary>Whoever leaves has everything denied, and a key would not help them; whoever is revoked must not get one.</summary>
    private async Task RefuseLeaverAsync(CancellationToken cancellationToken)
    {
        if (account == deployment.Settings.HomeAccount && await deployment.Room<Quarantines>().FindAsync(user, cancellationToken) is not null)
        {
            throw new RefusedException($"{user} is leaving, and everything is denied to them: their keys are not given back. Where they stand: gatehouse status {user}");
        }
    }

    private void Remind(AccessKeyId key, DateTimeOffset until)
    {
        steps.Say($"Sweeps leave it alone until {Words.Minute(until)} UTC; the next one after that makes {key} inactive again. So replace it before then, as the mail about it says: `aws-vault rotate` with the profile of this account, or Security credentials in the console.");
        steps.Say("For longer than a day, an exemption in mgmt/key-exemptions.json says why and until when.");
    }

    private static string? Trouble(string what, string? why) => why is null ? null : $"{what}: {why}";
}
