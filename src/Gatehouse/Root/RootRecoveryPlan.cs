using Gatehouse.Ledger;

namespace Gatehouse.Root;

/// <summary>
/// Says which request of a root password belongs to which completion, by when they happened and not by when they were heard. Pure.
/// A completion belongs to the requests of the day before it: each ends with the first completion that follows.
/// </summary>
public static class RootRecoveryPlan
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The last request before a completion; null for none.</summary>
    public static RootEvent? RequestOf(RootEvent completion, IEnumerable<RootRecovery> known) => known
        .Where(one => one.IsRequest && Follows(completion, one.Event))
        .MaxBy(one => one.Event.At)?.Event;

    /// <summary>The first completion after a request; null for none.</summary>
    public static RootEvent? CompletionOf(RootEvent request, IEnumerable<RootRecovery> known) => known
        .Where(one => !one.IsRequest && Follows(one.Event, request))
        .MinBy(one => one.Event.At)?.Event;

    /// <summary>Whether a request has waited so long for its completion that somebody must hear of it.</summary>
    public static bool IsOverdue(RootEvent request, int minutes, DateTimeOffset now) => now - request.At >= TimeSpan.FromMinutes(minutes);

    private static bool Follows(RootEvent completion, RootEvent request) => request.At <= completion.At && completion.At - request.At <= Longest;
}
