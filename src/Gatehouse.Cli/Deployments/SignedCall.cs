using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.SecurityToken;

namespace Gatehouse.Cli.Deployments;

/// <summary>Asks an AWS service one question by a signed request, where a whole package for that one question would be too much. It only reads.</summary>
/// <param name="http">Sends it.</param>
/// <param name="region">The home region.</param>
/// <param name="environment">May name another endpoint, as for every AWS tool (<c>AWS_ENDPOINT_URL</c>).</param>
internal sealed class SignedCall(HttpClient http, string region, Func<string, string?> environment)
{
    /// <summary>The state of a rule of the default bus: <c>ENABLED</c> or <c>DISABLED</c>; null where there is no such rule.</summary>
    public async Task<string?> RuleStateAsync(string rule, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["Name"] = rule }, Output.CliJson.Default.DictionaryStringString);
        var (found, answer) = await SendAsync("events", "events", "POST", "/", content, "AWSEvents.DescribeRule", cancellationToken);
        return found ? answer.GetProperty("State").GetString() : null;
    }

    /// <summary>SES's word on an identity: <c>SUCCESS</c>, <c>PENDING</c>, <c>FAILED</c>, …; null where there is no such identity.</summary>
    public async Task<string?> IdentityStatusAsync(string identity, CancellationToken cancellationToken)
    {
        var (found, answer) = await SendAsync("email", "ses", "GET", "/v2/email/identities/{identity}", null, null, cancellationToken, ("{identity}", identity));
        return found ? answer.GetProperty("VerificationStatus").GetString() : null;
    }

    /// <summary>Whether SES mails to anybody, and not only to verified addresses; null where SES does not say.</summary>
    public async Task<bool?> IsOutOfSandboxAsync(CancellationToken cancellationToken)
    {
        var (found, answer) = await SendAsync("email", "ses", "GET", "/v2/email/account", null, null, cancellationToken);
        return found ? answer.GetProperty("ProductionAccessEnabled").GetBoolean() : null;
    }

    /// <returns>False where the service says that it does not exist.</returns>
    /// <exception cref="AmazonServiceException">The service refuses.</exception>
    private async Task<(bool Found, JsonElement Answer)> SendAsync(
        string host, string service, string method, string path, byte[]? content, string? target, CancellationToken cancellationToken, (string Name, string Value)? part = null)
    {
        var request = new DefaultRequest(new Question(), service)
        {
            HttpMethod = method,
            ResourcePath = path,
            Endpoint = Address(host),
            Content = content ?? [],
            AuthenticationRegion = region,
            OverrideSigningServiceName = service,
        };
        if (part is { } named)
        {
            request.AddPathResource(named.Name, named.Value);
            path = path.Replace(named.Name, Uri.EscapeDataString(named.Value), StringComparison.Ordinal);
        }

        if (target is not null)
        {
            request.Headers["Content-Type"] = "application/x-amz-json-1.1";
            request.Headers["X-Amz-Target"] = target;
        }

        await SignAsync(request);
        using var message = Message(request, path, content);
        using var answer = await http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        var missing = (int)answer.StatusCode == 404 || text.Contains("ResourceNotFoundException", StringComparison.Ordinal);
        return answer.IsSuccessStatusCode
            ? (true, JsonDocument.Parse(text).RootElement)
            : missing ? (false, default) : throw new AmazonServiceException($"{method} {path}: {(int)answer.StatusCode}") { ErrorCode = Code(answer, text) };
    }

    private static async Task SignAsync(DefaultRequest request)
    {
        var credentials = await (await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync()).GetCredentialsAsync();
        if (credentials.UseToken)
        {
            request.Headers["X-Amz-Security-Token"] = credentials.Token;
        }

        var signature = new AWS4Signer().SignRequest(request, new AmazonSecurityTokenServiceConfig(), new RequestMetrics(), credentials.AccessKey, credentials.SecretKey);
        request.Headers["Authorization"] = signature.ForAuthorizationHeader;
    }

    private static HttpRequestMessage Message(DefaultRequest request, string path, byte[]? content)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.HttpMethod), new Uri(request.Endpoint, path));
        if (content is not null)
        {
            message.Content = new ByteArrayContent(content);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private static string Code(HttpResponseMessage answer, string text) =>
        answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.First().Split(':')[0]
            : text.Contains("AccessDenied", StringComparison.Ordinal) ? "AccessDenied" : answer.StatusCode.ToString();

    private Uri Address(string host) => new(environment("AWS_ENDPOINT_URL") is { Length: > 0 } everywhere
        ? everywhere
        : $"https://{host}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}");

    private sealed class Question : AmazonWebServiceRequest;
}
