using System.Text.Json.Nodes;

namespace Gatehouse.Local.Aws;

/// <summary>Reads a mail from the body of SES v2's SendEmail; a raw or templated message keeps only what is plain to see.</summary>
public static class MailReader
{
    public static Mail Read(JsonNode request, DateTimeOffset at)
    {
        var simple = request["Content"]?["Simple"];
        return new Mail(
            [.. request["Destination"]?["ToAddresses"]?.AsArray().Select(address => (string)address!) ?? []],
            (string?)simple?["Subject"]?["Data"] ?? "",
            (string?)simple?["Body"]?["Text"]?["Data"] ?? "",
            (string?)simple?["Body"]?["Html"]?["Data"] ?? "",
            at);
    }
}
