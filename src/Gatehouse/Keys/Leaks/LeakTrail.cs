using Gatehouse.Ledger;
using Gatehouse.Membership;

namespace Gatehouse.Keys.Leaks;

/// <summary>Says in the trail of whose key it is what was done about a leak. Pure.</summary>
internal static class LeakTrail
{
    public static AuditEntry Entry(RunId run, LeakedKey leaked, DateTimeOffset now) => new(
        run.Name,
        leaked.User!,
        // What was only seen has a key of its own: a later attempt of the same run must not take the place of what an earlier one did.
        $"{leaked.User!.Value.ToLowerInvariant()}#{(leaked.End is LeakEnd.Stopped ? "LeakedKey" : "SeenLeakedKey")}#{leaked.Id}",
        What(leaked.End, $"the leaked access key {leaked.Id} of account {leaked.Account}"),
        leaked.End is LeakEnd.Stopped ? Outcome.Applied : Outcome.Seen,
        Attribution.None,
        now,
        leaked.SessionsGoOn is null ? $"found {leaked.Place.Words}" : $"found {leaked.Place.Words}; {leaked.SessionsGoOn}");

    private static string What(LeakEnd end, string key) => end switch
    {
        LeakEnd.Stopped => $"make {key} inactive",
        LeakEnd.Inactive => $"find {key} inactive",
        LeakEnd.Protected => $"leave {key} active, because the machine user is protected",
        LeakEnd.NotOurs => $"leave {key} as it is, because the user is not Gatehouse's",
        LeakEnd.NotListed => $"leave {key} as it is, because the register does not list the machine user",
        _ => throw new UnknownLeakEndException(end),
    };
}
