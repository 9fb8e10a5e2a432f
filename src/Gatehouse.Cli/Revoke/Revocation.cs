using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Gatehouse.Ledger;
using Gatehouse.Membership.Leavers;
using Gatehouse.Register;

namespace Gatehouse.Cli.Revoke;

/// <summary>
/// Takes somebody's access away by hand. The hold comes first, so that a run that starts meanwhile does not undo it; whatever fails then, the
/// trail and Slack still learn of it.
/// </summary>
internal sealed class Revocation(Deployment deployment, Screen screen, UserName person, string reason)
{
    /// <summary>How often IAM is looked at, a second apart.</summary>
    private const int Looks = 8;

    private readonly Steps steps = new(screen, deployment.Clock);

    /// <returns>The exit code.</returns>
    public async Task<int> DoAsync(CancellationToken cancellationToken)
    {
        var begun = deployment.Clock.GetTimestamp();
        var byHand = new ByHand(deployment, steps, "revoke", person, reason);
        steps.Say($"Revoking {person}, as {deployment.Caller.Arn}:");
        await steps.DoAsync("write the hold against the register", () => deployment.Room<Holds>().PutAsync(person, deployment.Caller.Arn, reason, cancellationToken));
        var unfinished = await QuarantineAsync(cancellationToken);
        var outside = deployment.Clock.GetElapsedTime(begun);
        string?[] troubles =
        [
            unfinished is null ? null : $"NOT FINISHED: {unfinished}\n  Run the same command again: every step is safe to repeat. The hold stands.",
            Trouble("a mail with a password may still be under way", await steps.TryAsync("call off what was to be mailed", () => CallOffAsync(cancellationToken))),
            Trouble("the trail does not have it", await byHand.RecordAsync("revoke by hand", unfinished, cancellationToken)),
            Trouble("Slack was not told, so tell people yourself", await byHand.TellSlackAsync(HandSlack.Revoked(person, deployment.Caller.Arn, reason, unfinished), cancellationToken)),
        ];
        if (unfinished is null)
        {
            steps.Say($"{person} is out, {outside.TotalSeconds:0.0} s after the first step.", Words.Good);
        }

        Remind();
        return Report([.. troubles.OfType<string>()]);
    }

    /// <returns>Why it is not finished; null where it is.</returns>
    private async Task<string?> QuarantineAsync(CancellationToken cancellationToken)
    {
        var quarantine = new QuarantineApply(new TellingLeavers(deployment.Room<ILeavers>(), steps), deployment.Room<Quarantines>());
        try
        {
            await quarantine.ApplyAsync(person, cancellationToken);
            string? left = null;
            await steps.DoAsync("read it back from IAM", async () => left = await LeftAsync(cancellationToken));
            return left;
        }
        catch (Exception known) when (Failure.Explain(known) is not null)
        {
            return Failure.Explain(known)!.Value.Sentence;
        }
    }

    /// <summary>A password that is owed, or was mailed and is unused, is not to come back with the next run.</summary>
    private async Task CallOffAsync(CancellationToken cancellationToken)
    {
        var (welcomes, unused) = (deployment.Room<Welcomes>(), deployment.Room<UnusedPasswords>());
        foreach (var owed in (await welcomes.OwedAsync(cancellationToken)).Where(owed => owed.Person == person))
        {
            await welcomes.WithdrawAsync(owed.Welcome, cancellationToken);
        }

        await unused.SupersedeAsync(person, cancellationToken);
    }

    /// <summary>What IAM still shows of the access; asked again for some seconds, because a read may lag behind a write.</summary>
    private async Task<string?> LeftAsync(CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var left = AccessLeft.Of(await deployment.Users().FindAsync(person, cancellationToken));
            if (left is null || look == Looks)
            {
                return left;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }
    }

    private static string? Trouble(string what, string? why) => why is null ? null : $"{what}: {why}";

    private void Remind()
    {
        steps.Say("Sessions of roles that they have already assumed in other accounts run to their maximum.");
        steps.Say("Now follow with a pull request that removes them from the register; until then every report names them. To take this back:");
        screen.Command($"gatehouse restore {person} --reason \"…\"");
    }

    private int Report(IReadOnlyList<string> troubles)
    {
        foreach (var trouble in troubles)
        {
            screen.Note(trouble, Words.Bad);
        }

        return troubles.Count == 0 ? ExitCode.Fine : ExitCode.Error;
    }
}
