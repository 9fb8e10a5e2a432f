using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.SecurityToken;

namespace Gatehouse.Cli.Deployments;

/// <summary>One question to an AWS service.</summary>
/// <param name="Service">By its signing name: <c>events</c>.</param>
/// <param name="Region">Where it is asked.</param>
/// <param name="Target">The operation as <c>X-Amz-Target</c> names it; null for a REST question.</param>
internal sealed record Question(string Service, string Region, string? Target = null)
{
    /// <summary>The first part of the service's address, where it is not its signing name.</summary>
    public string? Host { get; init; }

    /// <summary>The fields of a JSON question.</summary>
    public JsonObject Fields { get; init; } = [];

    /// <summary>The parts of a REST question's path, not escaped: <c>["v2", "email", "account"]</c>.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>The version of AWS's JSON protocol that the service speaks.</summary>
    public string Json { get; init; } = "1.1";
}

/// <summary>Asks an AWS service a question by a signed request, where a whole package for that one question would be too much. It only reads.</summary>
/// <param name="http">Sends it.</param>
/// <param name="environment">May name another endpoint, as for every AWS tool (<c>AWS_ENDPOINT_URL</c>).</param>
internal sealed class SignedCall(HttpClient http, Func<string, string?> environment)
{
    /// <summary>How services say that there is no such thing, beside answering 404.</summary>
    private static readonly string[] Missing = ["ResourceNotFoundException", "QueueDoesNotExist", "NonExistentQueue", "TrailNotFoundException"];

    /// <returns>Null where the service says that it does not exist.</returns>
    /// <exception cref="AmazonServiceException">The service refuses.</exception>
    public async Task<JsonElement?> AskAsync(Question question, CancellationToken cancellationToken)
    {
        var request = Request(question);
        await SignAsync(request);
        var path = "/" + string.Join('/', question.Path.Select(Uri.EscapeDataString));
        using var message = Message(request, path);
        using var answer = await http.SendAsync(message, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return JsonDocument.Parse(text).RootElement;
        }

        return (int)answer.StatusCode == 404 || Missing.Any(word => text.Contains(word, StringComparison.Ordinal))
            ? null
            : throw new AmazonServiceException($"{question.Service} in {question.Region}, {question.Target ?? path}: {(int)answer.StatusCode}") { ErrorCode = Code(answer, text) };
    }

    private DefaultRequest Request(Question question)
    {
        var request = new DefaultRequest(new Nothing(), question.Service)
        {
            HttpMethod = question.Target is null ? "GET" : "POST",
            ResourcePath = "/" + string.Join('/', question.Path.Select((_, index) => $"{{{index}}}")),
            Endpoint = Address(question),
            Content = question.Target is null ? [] : Encoding.UTF8.GetBytes(question.Fields.ToJsonString()),
            AuthenticationRegion = question.Region,
            OverrideSigningServiceName = question.Service,
        };
        foreach (var (part, index) in question.Path.Select((part, index) => (part, index)))
        {
            request.AddPathResource($"{{{index}}}", part);
        }

        if (question.Target is { } target)
        {
            request.Headers["Content-Type"] = $"application/x-amz-json-{question.Json}";
            request.Headers["X-Amz-Target"] = target;
        }

        return request;
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

    private static HttpRequestMessage Message(DefaultRequest request, string path)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.HttpMethod), new Uri(request.Endpoint, path));
        if (request.Content.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Content);
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

    private Uri Address(Question question) => new(environment("AWS_ENDPOINT_URL") is { Length: > 0 } everywhere
        ? everywhere
        : $"https://{question.Host ?? question.Service}.{question.Region}.{RegionEndpoint.GetBySystemName(question.Region).PartitionDnsSuffix}");

    private sealed class Nothing : AmazonWebServiceRequest;
}
