namespace Gatehouse.Keys.Report;

/// <summary>What a report is summed up by. Pure.</summary>
/// <param name="Active">Active keys.</param>
/// <param name="Users">Users who have an active one.</param>
/// <param name="Over">Active keys as old as one may become, or older.</param>
/// <param name="Soon">Keys to which something happens within seven days.</param>
/// <param name="Unused">Active keys that nobody uses.</param>
/// <param name="Exempt">Active keys that are exempt.</param>
/// <param name="Inactive">Inactive keys.</param>
public sealed record KeysFigures(int Active, int Users, int Over, int Soon, int Unused, int Exempt, int Inactive)
{
    private const int SoonDays = 7;

    public static KeysFigures Of(EveryonesKeys report) => new(
        report.Active.Count(),
        report.Active.DistinctBy(key => (key.Account, key.User)).Count(),
        report.Active.Count(key => key.IsOver(report.Rule, report.Made)),
        report.Keys.Count(key => key.Next?.On <= report.Today.AddDays(SoonDays)),
        report.Active.Count(key => key.IsUnused(report.Rule, report.Made)),
        report.Active.Count(key => key.Exemption is not null),
        report.Keys.Count(key => !key.Active));
}
