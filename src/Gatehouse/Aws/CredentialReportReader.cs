using System.Globalization;

namespace Gatehouse.Aws;

/// <summary>
/// Reads the CSV of a credential report, each field by the name in its header. AWS documents no quoting, and a user's name may hold commas: it
/// is taken quoted and unquoted. Pure.
/// </summary>
public static class CredentialReportReader
{
    /// <summary>What stands where a time would, and means that there is none or that nobody knows.</summary>
    private static readonly string[] NoTime = ["N/A", "no_information", "not_supported"];

    private const int MostKeys = 2;

    /// <exception cref="CredentialReportUnreadableException">A column is missing, or a line does not fit the header.</exception>
    public static IReadOnlyList<CredentialRow> Read(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            throw new CredentialReportUnreadableException(1, "it is empty.");
        }

        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select((line, index) => RowOf(header, line, index + 2))];
    }

    private static CredentialRow RowOf(string[] header, string line, int number)
    {
        var fields = Named(Fields(line), header.Length) ?? throw new CredentialReportUnreadableException(number, $"it does not have the {header.Length} fields of the header.");
        string Field(string name) => Array.IndexOf(header, name) is >= 0 and var place
            ? fields[place]
            : throw new CredentialReportUnreadableException(1, $"there is no column {name}.");
        return new CredentialRow(Field("user"), Flag(Field("password_enabled"), "password_enabled", number), Time(Field("password_last_changed"), "password_last_changed", number))
        {
            MfaActive = Flag(Field("mfa_active"), "mfa_active", number),
            Keys = [.. Enumerable.Range(1, MostKeys).Select(key => KeyOf(key, Field, number)).OfType<CredentialKey>()],
        };
    }

    /// <summary>Null where the user has no such key: it is not active, and was never made.</summary>
    private static CredentialKey? KeyOf(int key, Func<string, string> field, int line)
    {
        string Name(string what) => string.Create(CultureInfo.InvariantCulture, $"access_key_{key}_{what}");
        DateTimeOffset? Moment(string what) => Time(field(Name(what)), Name(what), line);
        string? Known(string what) => NoTime.Contains(field(Name(what)), StringComparer.OrdinalIgnoreCase) ? null : field(Name(what));
        var (active, created) = (Flag(field(Name("active")), Name("active"), line) is true, Moment("last_rotated"));
        return active || created is not null
            ? new CredentialKey(key, active, created, Moment("last_used_date")) { Region = Known("last_used_region"), Service = Known("last_used_service") }
            : null;
    }

    /// <summary>As many fields as the header has: where there are more, the commas are the user's, whose name comes twice, as <c>user</c> and as the end of <c>arn</c>.</summary>
    private static List<string>? Named(List<string> fields, int wanted)
    {
        var more = fields.Count - wanted;
        if (more < 0 || more % 2 != 0)
        {
            return null;
        }

        var parts = 1 + (more / 2);
        var (user, arn) = (string.Join(',', fields.Take(parts)), string.Join(',', fields.Skip(parts).Take(parts)));
        return more == 0 || arn.EndsWith($"/{user}", StringComparison.Ordinal) ? [user, arn, .. fields.Skip(2 * parts)] : null;
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        for (var start = 0; start <= line.Length;)
        {
            var quoted = start < line.Length && line[start] == '"' && line.IndexOf('"', start + 1) > 0;
            var end = line.IndexOf(',', quoted ? line.IndexOf('"', start + 1) : start);
            end = end < 0 ? line.Length : end;
            fields.Add(line[start..end].Trim('"'));
            start = end + 1;
        }

        return fields;
    }

    private static bool? Flag(string text, string column, int line) => text.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        "NOT_SUPPORTED" or "N/A" => null,
        _ => throw new CredentialReportUnreadableException(line, $"{column} is neither true nor false."),
    };

    private static DateTimeOffset? Time(string text, string column, int line)
    {
        if (NoTime.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new CredentialReportUnreadableException(line, $"{column} is no time.");
    }
}
