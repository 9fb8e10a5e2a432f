using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Rotation;

/// <summary>Writes what a rotation did into the trail and the log, a line for each step; a step that is done again replaces its line.</summary>
public sealed partial class RotationTrail(Audit audit, TimeProvider clock, ILogger<RotationTrail> log)
{
    /// <summary>The kinds of lines, as <see cref="AuditEntry.Kind"/> gives them back.</summary>
    public const string Made = "MakeDeployKey", Removed = "RemoveDeployKey", Proved = "ProveDeployKey", Retired = "RetireDeployKey", Failed = "RotateDeployKey";

    public Task DoneAsync(RunId run, UserName user, string kind, AccessKeyId key, string what, CancellationToken cancellationToken) =>
        WriteAsync(run, user, $"{kind}#{key}", what, Outcome.Applied, null, cancellationToken);

    public Task FailedAsync(RunId run, UserName user, string why, CancellationToken cancellationToken) =>
        WriteAsync(run, user, Failed, "rotate the deploy key", Outcome.Failed, why, cancellationToken);

    private async Task WriteAsync(RunId run, UserName user, string key, string what, Outcome outcome, string? detail, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(
            new AuditEntry(run.Name, user, $"{user.Value.ToLowerInvariant()}#{key}", what, outcome, Attribution.None, clock.GetUtcNow(), detail), cancellationToken);
        Log.Wrote(log, what, outcome, detail ?? "");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{What}: {Outcome}. {Detail}")]
        public static partial void Wrote(ILogger log, string what, Outcome outcome, string detail);
    }
}
