using Microsoft.Extensions.Primitives;

namespace Gatehouse.Local.Aws;

/// <summary>Names the action of a REST request, which says it with method and path alone.</summary>
public static class RestActions
{
    /// <summary>The action, or none when the service is not a REST one.</summary>
    public static string? For(string service, string method, string path, IReadOnlyDictionary<string, StringValues> query) => service switch
    {
        "s3" => S3(method, path, query),
        "ses" when path.StartsWith("/v2/", StringComparison.Ordinal) => Ses(method, path),
        "lambda" => Lambda(method, path),
        _ => null,
    };

    private static string S3(string method, string path, IReadOnlyDictionary<string, StringValues> query)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0) return "ListBuckets";

        var subject = segments.Length > 1 ? "Object" : "Bucket";
        return method switch
        {
            "POST" when query.ContainsKey("delete") => "DeleteObjects",
            "GET" when segments.Length > 1 => "GetObject",
            "GET" when query.ContainsKey("list-type") => "ListObjectsV2",
            "GET" => "ListObjects",
            "PUT" when segments.Length == 1 => "CreateBucket",
            "PUT" => "PutObject",
            "HEAD" => $"Head{subject}",
            "DELETE" => $"Delete{subject}",
            _ => $"{method}{subject}",
        };
    }

    private static string Ses(string method, string path) => (method, path) switch
    {
        ("POST", "/v2/email/outbound-emails") => "SendEmail",
        ("POST", "/v2/email/identities") => "CreateEmailIdentity",
        ("POST", "/v2/email/configuration-sets") => "CreateConfigurationSet",
        ("GET", "/v2/email/account") => "GetAccount",
        ("GET", _) when path.StartsWith("/v2/email/identities/", StringComparison.Ordinal) => "GetEmailIdentity",
        ("GET", _) when path.StartsWith("/v2/email/suppression/", StringComparison.Ordinal) => "GetSuppressedDestination",
        _ => $"{method} {path}",
    };

    private static string Lambda(string method, string path) => (method, path) switch
    {
        ("POST", _) when path.EndsWith("/invocations", StringComparison.Ordinal) => "Invoke",
        ("GET", _) when path.TrimEnd('/').EndsWith("/functions", StringComparison.Ordinal) => "ListFunctions",
        ("GET", _) when path.Contains("/functions/", StringComparison.Ordinal) => "GetFunction",
        _ => $"{method} {path}",
    };
}
