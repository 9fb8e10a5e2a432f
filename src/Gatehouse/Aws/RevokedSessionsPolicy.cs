using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Aws;

/// <summary>
/// The inline policy that cuts the temporary sessions of a user whose key was found in public: everything is denied to a session whose token was issued before a
/// moment. A long-term key carries no such moment, so that the policy does not touch it. Pure.
/// </summary>
public static class RevokedSessionsPolicy
{
    public const string Name = "gatehouse-revoked-sessions";

    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>As short as it can be: IAM gives all inline policies of a user 2,048 characters together. AWS counts whole seconds, so that the moment is the end of its own.</summary>
    public static string Document(DateTimeOffset issuedBefore)
    {
        var moment = issuedBefore.UtcDateTime.AddTicks(TimeSpan.TicksPerSecond - 1).ToString(Format, CultureInfo.InvariantCulture);
        return $$$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"{{{{{moment}}}}}"}}}]}""";
    }

    /// <summary>The moment that a document of ours holds.</summary>
    /// <param name="document">As IAM gives it: percent-encoded.</param>
    /// <returns>Null where somebody wrote something else under this name: it holds no moment of ours, and is replaced.</returns>
    public static DateTimeOffset? MomentIn(string document)
    {
        try
        {
            var moment = JsonNode.Parse(Uri.UnescapeDataString(document))?["Statement"]?[0]?["Condition"]?["DateLessThan"]?["aws:TokenIssueTime"]?.GetValue<string>();
            return DateTimeOffset.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
        }
        catch (Exception foreign) when (foreign is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
