using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Gatehouse.Local.Aws;

/// <summary>How a service writes its errors.</summary>
public enum AwsProtocol
{
    Json,
    Query,
    RestJson,
    RestXml,
}

/// <summary>What an AWS request asks for: the service by its signing name, its region, the action.</summary>
public sealed record AwsCall(string Service, string Region, string Action, AwsProtocol Protocol)
{
    private const string Marker = "Credential=";

    /// <summary>Whose call it is: an access key of twelve digits is the account of that number, any other is the base account's.</summary>
    public string Account { get; private init; } = World.Account;

    /// <summary>
    /// Reads the service from the credential's scope and the action from where its protocol puts it:
    /// <c>X-Amz-Target</c> (JSON), <c>Action</c> in the form (query), or method and path (REST).
    /// </summary>
    public static AwsCall Recognise(string method, string path, string query, string? authorization, string? target, ReadOnlySpan<byte> body)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        return Recognise(method, path, parameters, authorization, target, body) with { Account = AccountOf(authorization) };
    }

    private static AwsCall Recognise(string method, string path, Dictionary<string, StringValues> parameters, string? authorization, string? target, ReadOnlySpan<byte> body)
    {
        var (service, region) = Scope(authorization) ?? Scope(parameters.TryGetValue("X-Amz-Credential", out var presigned) ? $"Credential={presigned}" : null) ?? Unsigned(path);

        if (!string.IsNullOrEmpty(target)) return new(service, region, target[(target.LastIndexOf('.') + 1)..], AwsProtocol.Json);
        if (RestActions.For(service, method, path, parameters) is { } rest) return new(service, region, rest, service == "s3" ? AwsProtocol.RestXml : AwsProtocol.RestJson);

        return new(service, region, FormAction(body) ?? (parameters.TryGetValue("Action", out var action) ? action.ToString() : $"{method} {path}"), AwsProtocol.Query);
    }

    /// <summary>A visitor with curl may invoke a function without signing; any other unsigned request is for S3, as it is to moto.</summary>
    private static (string Service, string Region) Unsigned(string path) =>
        path.StartsWith("/2015-03-31/functions", StringComparison.Ordinal) ? ("lambda", World.HomeRegion) : ("s3", World.GlobalRegion);

    private static string AccountOf(string? authorization) =>
        authorization?.Split(Marker) is [_, var scope, ..] && scope.Split('/')[0] is { Length: 12 } key && key.All(char.IsAsciiDigit) ? key : World.Account;

    private static (string Service, string Region)? Scope(string? authorization)
    {
        var start = authorization?.IndexOf(Marker, StringComparison.Ordinal) ?? -1;
        if (start < 0) return null;

        var scope = authorization![(start + Marker.Length)..].Split(',')[0].Split('/');
        // The access key may itself hold slashes, so the scope is counted from its end: date/region/service/aws4_request.
        return scope.Length >= 5 ? (scope[^2], scope[^3]) : null;
    }

    private static string? FormAction(ReadOnlySpan<byte> body)
    {
        var form = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 64 * 1024)]);
        foreach (var pair in form.Split('&'))
        {
            if (pair.StartsWith("Action=", StringComparison.Ordinal)) return Uri.UnescapeDataString(pair["Action=".Length..]);
        }

        return null;
    }
}
