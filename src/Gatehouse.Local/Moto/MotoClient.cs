using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Gatehouse.Local.Moto;

/// <summary>Calls moto directly: what the world itself asks is neither counted nor met by faults.</summary>
public sealed class MotoClient(int port) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 200 })
    {
        BaseAddress = Ports.Address(port),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Task<HttpResponseMessage> ForwardAsync(HttpRequestMessage request, CancellationToken cancellation) => http.SendAsync(request, cancellation);

    public void Dispose() => http.Dispose();

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/moto-api/", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A call of a JSON service, such as <c>AWSStepFunctions.ListStateMachines</c>.</summary>
    public async Task<JsonNode> JsonAsync(string service, string region, string target, JsonNode body, CancellationToken cancellation)
    {
        using var request = Json(service, region, target, body);
        var text = await ReadAsync(request, cancellation);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>The same, of one thing that may not be there.</summary>
    /// <returns>Null where moto answers that it does not exist.</returns>
    public async Task<JsonNode?> FindJsonAsync(string service, string region, string target, JsonNode body, CancellationToken cancellation)
    {
        using var request = Json(service, region, target, body);
        using var answer = await http.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.StatusCode == HttpStatusCode.BadRequest && text.Contains("DoesNotExist", StringComparison.Ordinal) ? null : JsonNode.Parse(Succeeded(request, answer, text))!;
    }

    /// <summary>A call of a query service, such as IAM's <c>CreateUser</c>; of the base account, or of another by its twelve digits.</summary>
    public async Task<XElement> QueryAsync(string service, string region, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellation, string account = World.Account)
    {
        using var request = Signed(HttpMethod.Post, "/", service, region, account);
        request.Content = new FormUrlEncodedContent(form);
        return XElement.Parse(await ReadAsync(request, cancellation));
    }

    /// <summary>A call of a REST service; the answer is its body.</summary>
    public async Task<string> RestAsync(HttpMethod method, string path, string service, string region, byte[]? body, CancellationToken cancellation)
    {
        using var request = Signed(method, path, service, region);
        if (body is not null) request.Content = new ByteArrayContent(body);
        return await ReadAsync(request, cancellation);
    }

    /// <summary>One of the launcher's own requests.</summary>
    public async Task<JsonNode> WorldAsync(string action, JsonNode body, CancellationToken cancellation)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(action, UriKind.Relative), content, cancellation);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation)) ?? new JsonObject();
    }

    private static HttpRequestMessage Signed(HttpMethod method, string path, string service, string region, string account = World.Account)
    {
        var request = new HttpRequestMessage(method, path);
        // moto reads whose call it is, the service and the region from the credential, and checks no signature.
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", $"Credential={account}/20200101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }

    private async Task<string> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var answer = await http.SendAsync(request, cancellation);
        return Succeeded(request, answer, await answer.Content.ReadAsStringAsync(cancellation));
    }

    private static string Succeeded(HttpRequestMessage request, HttpResponseMessage answer, string text) => (int)answer.StatusCode < (int)HttpStatusCode.Ambiguous
        ? text
        : throw new InvalidOperationException($"moto answered {request.Method} {request.RequestUri} with {(int)answer.StatusCode}: {text}");

    private static HttpRequestMessage Json(string service, string region, string target, JsonNode body)
    {
        var request = Signed(HttpMethod.Post, "/", service, region);
        request.Headers.Add("X-Amz-Target", target);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0");
        return request;
    }
}
