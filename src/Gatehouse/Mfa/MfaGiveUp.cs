using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>Writes that somebody could not be looked at, or not be told, after every retry. The next sweep takes them up.</summary>
public sealed partial class MfaGiveUp(Audit audit, Metrics metrics, TimeProvider clock, ILogger<MfaGiveUp> log)
{
    public async Task RecordAsync(RunId run, MfaGiveUpRequest request, CancellationToken cancellationToken)
    {
        var (person, reason) = (request.Candidate.Person, $"{request.Error.Error}: {request.Error.Message()}");
        await audit.RecordAsync(
            new AuditEntry(run.Name, person, $"{person.Value.ToLowerInvariant()}#LookAtMfa", "look at MFA", Outcome.Failed, Attribution.None, clock.GetUtcNow(), reason),
            cancellationToken);
        metrics.Count((Metrics.ChangesFailed, 1));
        Log.GaveUp(log, person.Value, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Gave up looking at the MFA of {Person}. {Reason}")]
        public static partial void GaveUp(ILogger log, string person, string reason);
    }
}
