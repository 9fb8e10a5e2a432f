using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>The Lambda Runtime API of 2018-06-01; refuses to start without its address, and throws when it refuses what is sent.</summary>
internal sealed class RuntimeApi
{
    private const string TooLarge = "Function.ResponseSizeTooLarge";

    private static readonly MediaTypeHeaderValue _json = new("application/json");

    private readonly HttpClient _httpClient;
    private readonly string _runtime;

    public RuntimeApi(HttpClient httpClient, string hostAndPort)
    {
        if (string.IsNullOrWhiteSpace(hostAndPort))
        {
            throw new InvalidOperationException(
                "AWS_LAMBDA_RUNTIME_API is not set: this program is run by Lambda, or by something that serves Lambda's Runtime API.");
        }

        _httpClient = httpClient;
        _runtime = $"http://{hostAndPort.TrimEnd('/')}/2018-06-01/runtime/";
    }

    /// <summary>Waits for the next invocation; null once it is cancelled.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_runtime + "invocation/next"));
            var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            await RefuseFailureAsync(response, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Sends the answer; one that is too large becomes the invocation's error, as Lambda has it.</summary>
    public async Task RespondAsync(string requestId, InvocationResponse answer)
    {
        using var content = new StreamContent(new KeptOpen(answer?.OutputStream ?? Stream.Null)) { Headers = { ContentType = _json } };
        using var response = await _httpClient.PostAsync(new Uri($"{_runtime}invocation/{requestId}/response"), content);
        if (answer is { DisposeOutputStream: true, OutputStream: not null }) await answer.OutputStream.DisposeAsync();

        if (response.StatusCode == HttpStatusCode.RequestEntityTooLarge)
            await PostErrorAsync($"invocation/{requestId}/error", TooLarge, ErrorBody.Of(TooLarge, "The answer is larger than Lambda takes."), default);
        else
            await RefuseFailureAsync(response, default);
    }

    public Task ReportErrorAsync(string requestId, Exception exception) =>
        PostErrorAsync($"invocation/{requestId}/error", ErrorBody.TypeOf(exception), ErrorBody.Of(exception), default);

    public Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync("init/error", ErrorBody.TypeOf(exception), ErrorBody.Of(exception), cancellationToken);

    private static async Task<Invocation> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

        return new Invocation
        {
            RequestId = Header("Lambda-Runtime-Aws-Request-Id") ?? throw new InvalidOperationException("The Runtime API sent an invocation without its id."),
            Deadline = DeadlineOf(Header("Lambda-Runtime-Deadline-Ms")),
            FunctionArn = Header("Lambda-Runtime-Invoked-Function-Arn"),
            TraceId = Header("Lambda-Runtime-Trace-Id"),
            ClientContext = Header("Lambda-Runtime-Client-Context"),
            CognitoIdentity = Header("Lambda-Runtime-Cognito-Identity"),
            TenantId = Header("Lambda-Runtime-Aws-Tenant-Id"),
            Input = await response.Content.ReadAsStreamAsync(cancellationToken),
        };
    }

    private static DateTimeOffset DeadlineOf(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var deadline)
            ? DateTimeOffset.FromUnixTimeMilliseconds(deadline)
            : DateTimeOffset.MaxValue;

    private static async Task RefuseFailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode) return;

        var reason = await response.Content.ReadAsStringAsync(cancellationToken);
        throw new HttpRequestException(
            $"The Runtime API answered {(int)response.StatusCode} to {response.RequestMessage?.RequestUri?.AbsolutePath}: {reason}", null, response.StatusCode);
    }

    private async Task PostErrorAsync(string path, string errorType, byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/vnd.aws.lambda.error+json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_runtime + path)) { Content = content };
        if (System.Text.Ascii.IsValid(errorType)) request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);

        using var response = await _httpClient.SendAsync(request, cancellationToken);
        await RefuseFailureAsync(response, cancellationToken);
    }
}
