using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Amazon.Lambda.Tests.Runtime;

/// <summary>Serves Lambda's Runtime API on this machine, over real HTTP, and keeps what it is told.</summary>
internal sealed class FakeRuntimeApi : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Channel<Sent> _waiting = Channel.CreateUnbounded<Sent>();
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly string _prefix;
    private readonly Task _serving;
    private int _number;

    public FakeRuntimeApi(string pathSuffix = "")
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        Address = $"127.0.0.1:{port}{pathSuffix}";
        _prefix = $"{pathSuffix}/2018-06-01/runtime/";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Address { get; }

    public HttpStatusCode AnswerToResponses { get; set; } = HttpStatusCode.Accepted;

    /// <summary>Hands over an invocation and waits for what becomes of it.</summary>
    public async Task<Received> InvokeAsync(byte[] input, params (string Name, string Value)[] headers)
    {
        Send(input, headers);
        return await NextReceivedAsync();
    }

    public Task<Received> InvokeAsync(string input, params (string Name, string Value)[] headers) => InvokeAsync(Encoding.UTF8.GetBytes(input), headers);

    public void Send(byte[] input, params (string Name, string Value)[] headers) => _waiting.Writer.TryWrite(new Sent($"request-{++_number}", input, headers));

    public async Task<Received> NextReceivedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public void Dispose()
    {
        _listener.Abort();
        _waiting.Writer.TryComplete();
        _serving.Wait(TimeSpan.FromSeconds(5));
    }

    private async Task ServeAsync()
    {
        var serving = new List<Task>();
        while (_listener.IsListening)
        {
            try
            {
                serving.Add(AnswerAsync(await _listener.GetContextAsync()));
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                break;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        var path = http.Request.Url!.AbsolutePath;
        if (path == _prefix + "invocation/next") await HandOverAsync(http.Response);
        else if (path.StartsWith(_prefix, StringComparison.Ordinal)) await KeepAsync(http, path[_prefix.Length..]);
        else Close(http.Response, HttpStatusCode.NotFound);
    }

    private async Task HandOverAsync(HttpListenerResponse response)
    {
        try
        {
            var sent = await _waiting.Reader.ReadAsync();
            response.Headers["Lambda-Runtime-Aws-Request-Id"] = sent.RequestId;
            foreach (var (name, value) in sent.Headers) response.Headers[name] = value;
            await response.OutputStream.WriteAsync(sent.Input);
            Close(response, HttpStatusCode.OK);
        }
        catch (Exception gone) when (gone is ChannelClosedException or HttpListenerException or ObjectDisposedException or IOException)
        {
            // The test is over, or the function went away while it waited.
        }
    }

    private async Task KeepAsync(HttpListenerContext http, string path)
    {
        using var body = new MemoryStream();
        await http.Request.InputStream.CopyToAsync(body);
        Close(http.Response, path.EndsWith("/response", StringComparison.Ordinal) ? AnswerToResponses : HttpStatusCode.Accepted);
        await _received.Writer.WriteAsync(
            new Received(path, body.ToArray(), http.Request.Headers["Lambda-Runtime-Function-Error-Type"], http.Request.ContentType));
    }

    private static void Close(HttpListenerResponse response, HttpStatusCode status)
    {
        response.StatusCode = (int)status;
        response.Close();
    }

    private sealed record Sent(string RequestId, byte[] Input, (string Name, string Value)[] Headers);
}
