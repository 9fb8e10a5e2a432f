using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class CognitoIdentity : ICognitoIdentity
{
    public string IdentityId { get; private init; }

    public string IdentityPoolId { get; private init; }

    /// <summary>Reads the header's JSON; without it the identity is empty, as in the released package.</summary>
    public static CognitoIdentity Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) return new CognitoIdentity();

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity
        {
            IdentityId = Json.Text(document.RootElement, "cognitoIdentityId") ?? Json.Text(document.RootElement, "identityId"),
            IdentityPoolId = Json.Text(document.RootElement, "cognitoIdentityPoolId") ?? Json.Text(document.RootElement, "identityPoolId"),
        };
    }
}
