using System.Globalization;
using System.Text.Json;
using Gatehouse.Cli.Output;
using Gatehouse.Keys.Report;

namespace Gatehouse.Cli.Keys;

/// <summary>Writes a report about keys for a machine to read. Pure.</summary>
internal static class KeysText
{
    private static readonly string[] Header =
    [
        "account", "user", "whose", "key", "active", "created", "ageDays", "lastUsed", "service", "region", "nextStep", "nextOn", "exemptUntil", "exemptReason", "exemptOwner",
        "deactivatedByGatehouse", "givenBackUntil", "leaked", "leaving", "rotatedInto", "rotatedEveryDays",
    ];

    public static string Csv(EveryonesKeys report) => Output.Csv.Write(Header, report.Keys.Select(key => Record(DocumentKey.Of(key, report.Made))));

    public static string Json(EveryonesKeys report) => JsonSerializer.Serialize(KeysDocument.Of(report), CliJson.Readable.KeysDocument) + "\n";

    private static string?[] Record(DocumentKey key) =>
    [
        key.Account, key.User, key.Whose, key.Key, Word(key.Active), key.Created, Number(key.AgeDays), key.LastUsed, key.Service, key.Region, key.NextStep, key.NextOn,
        key.ExemptUntil, key.ExemptReason, key.ExemptOwner, key.DeactivatedByGatehouse, key.GivenBackUntil, key.Leaked, Word(key.Leaving), key.RotatedInto, Number(key.RotatedEveryDays),
    ];

    private static string Word(bool flag) => flag ? "true" : "false";

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
