using Gatehouse.Ledger;

namespace Gatehouse.Membership.Report;

/// <summary>What a reader must know of a change that was made, beyond that it was made. Pure.</summary>
internal static class Afterword
{
    /// <returns>Words that fit after "done; ", or null where there is nothing to add.</returns>
    public static string? Of(ReportRow row)
    {
        var known = row.Outcome != Outcome.Applied ? null : row.Kind switch
        {
            nameof(QuarantineUser) => "sessions of roles already assumed elsewhere run to their maximum (up to 12 hours)",
            nameof(RestoreUser) => "their access keys stay inactive",
            nameof(ExpireFirstPassword) => "only a password reset brings another",
            _ => null,
        };
        return (known, row.Outcome == Outcome.Applied ? row.Detail : null) switch
        {
            (null, var detail) => detail,
            (_, null) => known,
            var (words, detail) => $"{words}; {detail}",
        };
    }
}
