using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.HttpApi;

/// <summary>What a function's answer becomes: its status, headers, cookies and body, or 200 with the whole of it when it names no status.</summary>
public sealed record ProxyResponse(int Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, byte[] Body) : IResult
{
    /// <summary>None when the payload is not JSON or its status no number, which the HTTP API answers with 500.</summary>
    public static ProxyResponse? Read(byte[] payload)
    {
        JsonNode? answer;
        try
        {
            answer = JsonNode.Parse(payload);
        }
        catch (JsonException)
        {
            return null;
        }

        if (answer is not JsonObject named || !named.ContainsKey("statusCode"))
            return new(200, new Dictionary<string, string> { ["content-type"] = "application/json" }, [], payload);
        if (named["statusCode"] is not JsonValue status || !int.TryParse(status.ToString(), out var code)) return null;

        var body = (string?)named["body"] ?? "";
        return new(
            code,
            named["headers"]?.AsObject().ToDictionary(header => header.Key, header => header.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase) ?? [],
            [.. named["cookies"]?.AsArray().Select(cookie => cookie!.ToString()) ?? []],
            (bool?)named["isBase64Encoded"] == true ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/plain;charset=UTF-8";
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        foreach (var cookie in Cookies) response.Headers.Append("Set-Cookie", cookie);
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body).AsTask();
    }
}
