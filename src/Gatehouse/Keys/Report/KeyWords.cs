using System.Globalization;

namespace Gatehouse.Keys.Report;

/// <summary>The words of a report that a terminal, a page and a spreadsheet share. Pure.</summary>
public static class KeyWords
{
    public static string Of(KeyHolder whose) => whose switch
    {
        KeyHolder.Person => "person",
        KeyHolder.Machine => "machine",
        KeyHolder.Unmanaged => "unmanaged",
        KeyHolder.Root => "root",
        _ => throw new ArgumentOutOfRangeException(nameof(whose), whose, "No way is known to tell whose key it is."),
    };

    public static string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(at.UtcDateTime));

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Many(int count, string one, string? several = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");

    /// <summary>What happens next, without its day; a sweep that does not act only would.</summary>
    public static string Next(ReportedKey key, KeyRule rule) => key.Next is { } next ? rule.Acts || key.Rotation is not null ? next.What : $"would {next.What}" : "nothing";

    /// <summary>For what and where it was used last, without the day; empty where that is not known.</summary>
    public static string For(ReportedUse? use) => use switch
    {
        { Service: { } service, Region: { } region } => $"{service} in {region}",
        { Service: { } service } => service,
        _ => "",
    };

    /// <summary>What else is to be known of a key, each a sentence without its full stop.</summary>
    public static IEnumerable<string> Notes(ReportedKey key, DateTimeOffset now)
    {
        if (key.Exemption is { } exemption)
        {
            yield return $"exempt until {Day(exemption.Until)}: {exemption.Reason} ({exemption.Owner} answers)";
        }

        if (key.Record?.Leaked is { } leaked)
        {
            yield return $"found in public on {Day(leaked)}, kept as evidence";
        }

        if (key.Record is { Deactivated: { } ended } && !key.Active)
        {
            yield return $"made inactive by Gatehouse on {Day(ended)}";
        }

        if (key.Record?.ReactivatedUntil is { } until && until > now)
        {
            yield return $"given back until {Minute(until)} UTC";
        }

        if (key.Quarantined)
        {
            yield return "its user is leaving, and everything is denied to them";
        }

        if (key.Rotation is { } rotation)
        {
            yield return $"rotated every {Many(rotation.Days, "day")} into {rotation.Repository}{(key.Active && key.Age(now) >= rotation.Days ? ", and overdue" : "")}";
        }

        if (key.Whose is KeyHolder.Root)
        {
            yield return "a root user should have no access key: delete it";
        }
    }
}
