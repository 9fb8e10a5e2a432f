using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>
/// Whether a bus takes events of another account, by its resource policy. Understood are <c>Allow</c> and <c>Deny</c> of <c>events:PutEvents</c> for
/// everybody or for accounts, with <c>aws:PrincipalOrgID</c> as the only condition; any other statement is refused, so that nobody is let in by accident.
/// </summary>
public static class BusPolicy
{
    /// <param name="policy">The policy's document; null where the bus has none, which lets nobody in.</param>
    /// <param name="account">Who knocks.</param>
    /// <param name="organization">The organisation that this account is of; null where it is of none.</param>
    public static bool Admits(JsonNode? policy, string account, string? organization)
    {
        var speaking = (policy?["Statement"] switch { JsonArray many => many.ToList(), null => [], var one => [one] })
            .Where(statement => Says(statement!["Action"], "events:PutEvents") && IsAbout(statement!["Principal"], account) && Holds(statement["Condition"], organization))
            .Select(statement => (string)statement!["Effect"]!)
            .ToList();
        return speaking.Contains("Allow") && !speaking.Contains("Deny");
    }

    private static bool IsAbout(JsonNode? principal, string account) => principal switch
    {
        JsonValue everybody => (string?)everybody == "*",
        JsonObject named => Says(named["AWS"], account) || Says(named["AWS"], $"arn:aws:iam::{account}:root") || Says(named["AWS"], "*"),
        _ => false,
    };

    private static bool Holds(JsonNode? condition, string? organization) => condition is null or JsonObject { Count: 0 } || condition.AsObject().All(test => test.Key == "StringEquals"
        ? test.Value!.AsObject().All(one => one.Key == "aws:PrincipalOrgID" ? organization is not null && Says(one.Value, organization) : throw Unknown(one.Key))
        : throw Unknown(test.Key));

    private static bool Says(JsonNode? value, string text) => value is JsonArray many ? many.Any(one => (string?)one == text) : (string?)value == text;

    private static NotSupportedException Unknown(string what) => new($"The local world does not know {what} in a bus's policy.");
}
