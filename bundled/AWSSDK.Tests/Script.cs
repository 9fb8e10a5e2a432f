using System.Net;
using System.Text;
using Amazon.Runtime;

// One test at a time: some of them set variables of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Bundled.Aws;

/// <summary>Stands in for a service: gives its answers in turn, remembers what was sent, and has no answer to a call too many.</summary>
internal sealed class Script : HttpClientFactory
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<SentRequest> Sent { get; } = [];

    public Script Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string header = null, string value = null)
    {
        var mediaType = body.StartsWith('<') ? "text/xml" : "application/json";
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        answer.Headers.Add("x-amzn-RequestId", $"request-{_answers.Count + 1}");
        if (header != null) answer.Headers.Add(header, value);
        _answers.Enqueue(_ => Task.FromResult(answer));
        return this;
    }

    public Script Refuse(string code, HttpStatusCode status = HttpStatusCode.BadRequest) => Answer(
        $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>No: {code}</Message></Error><RequestId>refusal</RequestId></ErrorResponse>",
        status);

    public Script RefuseInJson(string code, string more = "", HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Answer($$"""{"__type":"com.amazonaws#{{code}}","message":"No: {{code}}"{{more}}}""", status);

    public Script NeverAnswer()
    {
        _answers.Enqueue(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null;
        });
        return this;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(Script script) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            script.Sent.Add(await SentRequest.Of(request));
            return await script._answers.Dequeue()(cancellationToken);
        }
    }
}
