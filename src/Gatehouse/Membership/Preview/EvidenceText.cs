using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Membership.Report;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>Says for a table's cell how far somebody's access is in use. Pure.</summary>
public static class EvidenceText
{
    public static string Cell(IReadOnlyDictionary<UserName, Evidence?> known, UserName person, DateTimeOffset now) => known.TryGetValue(person, out var evidence)
        ? evidence is null ? "IAM has no such user" : string.Join("<br>", Lines(evidence, now))
        : "not looked up";

    private static IEnumerable<string> Lines(Evidence evidence, DateTimeOffset now)
    {
        yield return Days(evidence.Created, now) == 0 ? "a user since today" : $"a user for {Age(evidence.Created, now)}";
        yield return evidence.PasswordLastUsed is { } signedIn ? $"signed in {Ago(signedIn, now)}" : "no sign-in at the console is known";
        if (evidence.Keys.Count == 0)
        {
            yield return "no access key";
        }

        foreach (var key in evidence.Keys)
        {
            yield return $"an {(key.Active ? "active" : "inactive")} key, {(key.LastUsed is { } used ? $"used {Ago(used, now)}{For(key)}" : "never used")}";
        }

        yield return evidence.Devices switch { 0 => "no MFA device", 1 => "1 MFA device", var devices => string.Create(CultureInfo.InvariantCulture, $"{devices} MFA devices") };
    }

    private static string For(KeyEvidence key) => (key.Service, key.Region) switch
    {
        (null, _) => "",
        ({ } service, null) => $" for {Markdown.Cell(service)}",
        ({ } service, { } region) => $" for {Markdown.Cell(service)} in {Markdown.Cell(region)}",
    };

    private static string Ago(DateTimeOffset at, DateTimeOffset now) => Days(at, now) == 0 ? "today" : $"{Age(at, now)} ago ({at.UtcDateTime:yyyy-MM-dd})";

    private static string Age(DateTimeOffset since, DateTimeOffset now) => Days(since, now) switch
    {
        < 60 and var days => Counted(days, "day"),
        < 730 and var days => Counted((int)(days / 30.44), "month"),
        var days => Counted((int)(days / 365.25), "year"),
    };

    private static int Days(DateTimeOffset since, DateTimeOffset now) => Math.Max((int)(now - since).TotalDays, 0);

    private static string Counted(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
