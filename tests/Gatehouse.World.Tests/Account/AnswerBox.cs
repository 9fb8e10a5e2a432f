using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Account;

/// <summary>Stands in for the address at which CloudFormation waits: keeps what is PUT there.</summary>
internal sealed class AnswerBox : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<JsonObject> answers = [];
    private readonly List<string?> types = [];

    public AnswerBox()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}/answer?X-Amz-Signature=example");
        listener.Prefixes.Add($"http://127.0.0.1:{Address.Port}/");
        listener.Start();
        _ = KeepAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<JsonObject> Answers => answers;

    public IReadOnlyList<string?> ContentTypes => types;

    public void Dispose() => listener.Close();

    private async Task KeepAsync()
    {
        while (listener.IsListening)
        {
            var call = await NextAsync();
            if (call is null) return;

            answers.Add((await JsonNode.ParseAsync(call.Request.InputStream))!.AsObject());
            types.Add(call.Request.ContentType);
            call.Response.Close();
        }
    }

    /// <summary>None once the box is closed.</summary>
    private async Task<HttpListenerContext?> NextAsync()
    {
        try
        {
            return await listener.GetContextAsync();
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
