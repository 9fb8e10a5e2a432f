using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.HttpApi;

/// <summary>The event that an HTTP API gives a function: payload format 2.0.</summary>
public static class ProxyRequest
{
    private const string Api = "localworld";

    public static JsonObject For(string routeKey, HttpRequest request, byte[] body, DateTimeOffset at)
    {
        var text = IsText(request.ContentType);
        var occurred = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = routeKey,
            ["rawPath"] = request.Path.Value,
            ["rawQueryString"] = request.QueryString.Value?.TrimStart('?') ?? "",
            ["headers"] = Headers(request.Headers),
            ["requestContext"] = Context(routeKey, request, at),
            ["isBase64Encoded"] = body.Length > 0 && !text,
        };
        if (request.Headers.Cookie.Count > 0) occurred["cookies"] = new JsonArray([.. request.Headers.Cookie.SelectMany(line => line!.Split("; ")).Select(cookie => JsonValue.Create(cookie))]);
        if (request.Query.Count > 0) occurred["queryStringParameters"] = new JsonObject(request.Query.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)string.Join(',', pair.Value.ToArray()))));
        if (body.Length > 0) occurred["body"] = text ? Encoding.UTF8.GetString(body) : Convert.ToBase64String(body);
        return occurred;
    }

    /// <summary>What the HTTP API passes on as text; all else, a form included, goes as base64.</summary>
    public static bool IsText(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml" or "application/javascript";
    }

    /// <summary>Names in lower case, a header that came more than once joined with commas; cookies have their own place.</summary>
    private static JsonObject Headers(IHeaderDictionary headers) => new(headers
        .Where(header => !header.Key.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
        .Select(header => KeyValuePair.Create(header.Key.ToLowerInvariant(), (JsonNode?)string.Join(',', header.Value.ToArray()))));

    private static JsonObject Context(string routeKey, HttpRequest request, DateTimeOffset at) => new()
    {
        ["accountId"] = World.Account,
        ["apiId"] = Api,
        ["domainName"] = $"{Api}.execute-api.{World.HomeRegion}.amazonaws.com",
        ["domainPrefix"] = Api,
        ["http"] = new JsonObject
        {
            ["method"] = request.Method,
            ["path"] = request.Path.Value,
            ["protocol"] = request.Protocol,
            ["sourceIp"] = "127.0.0.1",
            ["userAgent"] = request.Headers.UserAgent.ToString(),
        },
        ["requestId"] = Randomness.Hex(8),
        ["routeKey"] = routeKey,
        ["stage"] = "$default",
        ["time"] = at.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["timeEpoch"] = at.ToUnixTimeMilliseconds(),
    };
}
