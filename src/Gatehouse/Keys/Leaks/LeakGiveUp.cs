using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>Says aloud that a leak could not be handled after every retry. The run fails after that, so that its alarm rings.</summary>
public sealed partial class LeakGiveUp(LeakTelling telling, Metrics metrics, ILogger<LeakGiveUp> log)
{
    public async Task TellAsync(RunId run, GiveUpLeakRequest request, CancellationToken cancellationToken)
    {
        var reason = $"{request.Error.Error}: {request.Error.Message()}";
        Log.GaveUp(log, reason);
        metrics.Count((Metrics.ChangesFailed, 1));
        string[] ids = [.. request.Input.Detail.AffectedEntities.Select(entity => entity.EntityValue)];
        await telling.GiveUpAsync(run, ids.Length == 0 ? "not known" : string.Join(' ', ids), LeakReader.PlaceOf(request.Input), reason, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "Gave up on a leaked key: {Reason}")]
        public static partial void GaveUp(ILogger log, string reason);
    }
}
