using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Keys.Sweep;

namespace Gatehouse.Keys;

/// <summary>Joins what the accounts found into one sweep: whose keys are looked at, which may be made inactive, and what is only named. Pure.</summary>
/// <param name="Run">The run's name, by which a person allows what waits.</param>
/// <param name="Rule">The ladder, and the limits.</param>
/// <param name="Register">Who is exempt.</param>
/// <param name="Assessed">The accounts that were looked over.</param>
/// <param name="Complete">Whether these are all of them.</param>
/// <param name="Now">The moment of deciding.</param>
public sealed record KeysPlan(string Run, KeyRule Rule, KeyRegister Register, IReadOnlyList<AccountAssessed> Assessed, bool Complete, DateTimeOffset Now)
{
    /// <param name="allowed">The keys that a person allowed.</param>
    public (KeysFound Found, KeyVerdict Verdict) Judge(IReadOnlySet<AccessKeyId> allowed)
    {
        var counts = Assessed.Select(account => account.Counts).Aggregate(new KeyCounts(), KeyCounts.Add);
        var people = Assessed.SelectMany(account => account.People).ToList();
        var verdict = KeyGuard.Judge([.. people.SelectMany(person => person.MayDeactivate)], allowed, counts.Active, Rule);
        IEnumerable<KeyFinding> findings = [.. Question(verdict), .. Assessed.SelectMany(account => account.Findings), .. Complete ? WithoutUser() : []];
        return (new KeysFound([.. people.Select(person => person with { MayDeactivate = [.. person.MayDeactivate.Where(verdict.Allowed.Contains)] })], [.. findings], counts, Rule.Acts, Complete), verdict);
    }

    private IEnumerable<KeyFinding> Question(KeyVerdict verdict)
    {
        if (verdict.Arithmetic is { } arithmetic)
        {
            yield return new KeyFinding(
                KeyFindingKind.DeactivationsWait,
                "",
                Rule.Acts
                    ? $"{arithmetic}: none was. `gatehouse keys allow {Run} --reason \"…\"` shows whose they are; with `--yes` it allows exactly these, for seven days"
                    : $"{arithmetic}: a sweep that acts would ask first");
        }
    }

    private IEnumerable<KeyFinding> WithoutUser() =>
        from exemption in Register.Exemptions.Where(exemption => exemption.HoldsAt(Now))
        where exemption.User is { } user && !Assessed.Any(account => (exemption.Account is null || exemption.Account == account.Account) && account.Users.Contains(user))
        select new KeyFinding(KeyFindingKind.ExemptionWithoutUser, exemption.Account ?? "", exemption.User!.Value, string.Create(CultureInfo.InvariantCulture, $"until {exemption.Until:yyyy-MM-dd}, of {exemption.Owner}"));
}
