using System.Net.Http.Headers;
using System.Text;

namespace Gatehouse.Local.GitHub;

public enum CallerKind
{
    Nobody,
    Token,
    Installation,
}

/// <summary>Who calls. Any token is taken and is the login; only the installation tokens of an app are looked up.</summary>
public sealed record Caller(string Login, CallerKind Kind)
{
    /// <summary>Reads <c>Bearer x</c>, <c>token x</c> or <c>Basic base64(user:x)</c>; null without a header.</summary>
    public static string? TokenOf(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || string.IsNullOrWhiteSpace(header.Parameter))
            return null;
        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" or "TOKEN" => header.Parameter.Trim(),
            "BASIC" => FromBasic(header.Parameter),
            _ => null,
        };
    }

    private static string? FromBasic(string parameter)
    {
        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts is [_, { Length: > 0 } password] ? password : parts[0];
    }
}
