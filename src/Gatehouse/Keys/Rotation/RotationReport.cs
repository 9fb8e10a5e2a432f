using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Keys.Rotation.Mails;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Report;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Rotation;

/// <summary>Ends a run of rotations: says once, in the operations channel, what it did, what failed and what is new, and mails owners whose key cannot be rotated. Silent where there is nothing to say.</summary>
public sealed partial class RotationReport(
    IRotationStore store, Audit audit, Findings findings, SlackOnce slack, IMailer mailer, Told told, Settings settings, TimeProvider clock, ILogger<RotationReport> log)
{
    /// <returns>How many rotations failed.</returns>
    public async Task<int> PublishAsync(RunId run, RunError? error, CancellationToken cancellationToken)
    {
        var notes = await store.FindNotesAsync(run, cancellationToken);
        var entries = await audit.OfRunAsync(run, cancellationToken);
        var known = await findings.ReadAsync(cancellationToken);
        var problem = error is null ? null : $"{error.Error}: {error.Message()}";
        IReadOnlyList<RotationFinding> fresh = [.. (notes?.Findings ?? []).Where(known.IsNew)];

        await slack.SayAsync(Subject(run, problem), RotationSlackText.Write(run.Name, entries, fresh, problem), cancellationToken);
        foreach (var refused in fresh.Where(finding => finding is { Kind: RotationFindingKind.Refused, Owner: not null }))
        {
            await MailAsync(refused, cancellationToken);
        }

        if (notes is { Trigger: RotationInput.Schedule })
        {
            await HintAsync(notes.Listed, cancellationToken);
            // Only once it was told, so that a Slack that is down does not swallow it.
            await findings.RecordAsync(known, notes.Findings, RotationFinding.Sorts, cancellationToken);
        }

        var failed = entries.Count(entry => entry.Outcome == Outcome.Failed);
        Log.Reported(log, entries.Count, failed, problem ?? "It came to its end.");
        return failed;
    }

    private async Task MailAsync(RotationFinding refused, CancellationToken cancellationToken)
    {
        var what = $"rotation:refused:{refused.Key}";
        if (await told.ClaimAsync(what, by: null, cancellationToken))
        {
            await mailer.SendClaimedAsync(told, what, refused.Owner!, DeployKeyMails.Refused(refused.User, refused.What, settings.Help), cancellationToken);
            await told.RecordAsync(what, cancellationToken);
        }
    }

    private Task HintAsync(int users, CancellationToken cancellationToken) => users == 0
        ? Task.CompletedTask
        : slack.SayAsync(string.Create(CultureInfo.InvariantCulture, $"deploy-keys:openid:{clock.GetUtcNow().UtcDateTime:yyyy-MM}"), RotationSlackText.OpenIdHint(users), cancellationToken);

    /// <summary>A schedule that meets the same problem says it once a day.</summary>
    private string Subject(RunId run, string? problem) =>
        problem is null ? $"deploy-keys:{run.Name}" : string.Create(CultureInfo.InvariantCulture, $"deploy-keys:{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd}:{problem}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Reported {Entries} entries, {Failed} of them failed. {End}")]
        public static partial void Reported(ILogger log, int entries, int failed, string end);
    }
}
