using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>Writes that an account, or a person, could not be looked at, or not be told, after every retry. The others go on, and the next sweep takes them up.</summary>
public sealed partial class KeysGiveUp(Audit audit, Metrics metrics, TimeProvider clock, ILogger<KeysGiveUp> log)
{
    /// <summary>The kind of the line about a whole account.</summary>
    public const string LookAtAccount = nameof(LookAtAccount);

    private const string LookAtKeys = nameof(LookAtKeys);

    /// <exception cref="ArgumentException">It names neither an account nor a person.</exception>
    public async Task RecordAsync(RunId run, GiveUpKeysRequest request, CancellationToken cancellationToken)
    {
        var (subject, key, what) = request switch
        {
            { Candidate: { } candidate } => (candidate.Person, $"{candidate.Person.Value.ToLowerInvariant()}#{LookAtKeys}#{candidate.Account}", "look at access keys"),
            { Account: { } account } => (new UserName(account), $"{account}#{LookAtAccount}", $"look over the access keys of account {account}"),
            _ => throw new ArgumentException("It names neither an account nor a person.", nameof(request)),
        };
        var reason = $"{request.Error.Error}: {request.Error.Message()}";
        await audit.RecordAsync(new AuditEntry(run.Name, subject, key, what, Outcome.Failed, Attribution.None, clock.GetUtcNow(), reason), cancellationToken);
        metrics.Count((Metrics.ChangesFailed, 1));
        Log.GaveUp(log, subject, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Gave up looking at the access keys of {Subject}. {Reason}")]
        public static partial void GaveUp(ILogger log, UserName subject, string reason);
    }
}
