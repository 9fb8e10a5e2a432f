using System.Net;
using System.Text;

namespace Gatehouse.Tests.House;

/// <summary>Answers the HTTP requests that a test expects, remembers each, and fails on any other.</summary>
internal sealed class ScriptedHttp : HttpMessageHandler
{
    private readonly Dictionary<string, Queue<Func<HttpResponseMessage>>> answers = [];

    public List<Sent> Requests { get; } = [];

    /// <summary>Answers <c>GET /path?query</c> in the order in which answers are given; the last one again and again.</summary>
    public ScriptedHttp On(string request, HttpStatusCode status, string body = "", params (string Name, string Value)[] headers) =>
        On(request, () => Answer(status, body, headers));

    public ScriptedHttp On(string request, string body, params (string Name, string Value)[] headers) => On(request, HttpStatusCode.OK, body, headers);

    public ScriptedHttp On(string request, Exception failure) => On(request, () => throw failure);

    public HttpClient Client() => new(this) { Timeout = TimeSpan.FromSeconds(10) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new(key, request.Headers.Authorization?.ToString(), request.Headers.Accept.ToString(), body));
        if (!answers.TryGetValue(key, out var queue))
        {
            throw new InvalidOperationException($"Nobody expected {key}. Expected are: {string.Join(", ", answers.Keys)}.");
        }

        var answer = (queue.Count > 1 ? queue.Dequeue() : queue.Peek())();
        answer.RequestMessage = request;
        return answer;
    }

    private ScriptedHttp On(string request, Func<HttpResponseMessage> answer)
    {
        if (!answers.TryGetValue(request, out var queue))
        {
            answers[request] = queue = new();
        }

        queue.Enqueue(answer);
        return this;
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body, (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    internal sealed record Sent(string Request, string? Authorization, string Accept, string Body);
}
