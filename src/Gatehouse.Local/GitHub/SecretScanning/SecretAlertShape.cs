using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.SecretScanning;

/// <summary>An alert as GitHub writes it: with its secret in an answer, unless it is to be hidden, and never in a delivery.</summary>
public static class SecretAlertShape
{
    public static JsonObject Of(SecretAlert alert, GitHubSettings settings, bool hidden)
    {
        var address = $"{settings.Api.ToString().TrimEnd('/')}/repos/{alert.Repository}/secret-scanning/alerts/{alert.Number}";
        var shape = new JsonObject
        {
            ["number"] = alert.Number,
            ["created_at"] = Time(alert.CreatedAt),
            ["updated_at"] = Time(alert.UpdatedAt),
            ["url"] = address,
            ["html_url"] = $"https://github.com/{alert.Repository}/security/secret-scanning/{alert.Number}",
            ["locations_url"] = $"{address}/locations",
            ["state"] = alert.State,
            ["secret_type"] = alert.SecretType,
            ["publicly_leaked"] = true,
        };
        if (!hidden)
            shape["secret"] = alert.Secret;
        return shape;
    }

    public static JsonObject Location(SecretAlert alert) => new()
    {
        ["type"] = "commit",
        ["details"] = new JsonObject { ["path"] = alert.Path, ["start_line"] = 1, ["end_line"] = 1, ["start_column"] = 1, ["end_column"] = 20, ["blob_sha"] = Sha($"{alert.Repository}:{alert.Path}"), ["commit_sha"] = Sha(alert.Repository) },
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
