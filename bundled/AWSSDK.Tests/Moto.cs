using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Bundled.Aws;

[CollectionDefinition(nameof(Moto))]
public sealed class MotoCollection : ICollectionFixture<Moto>;

/// <summary>The AWS emulator, started on a free port and ended with the tests.</summary>
public sealed class Moto : IAsyncLifetime, IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    public Moto()
    {
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        var python = Environment.GetEnvironmentVariable("GATEHOUSE_PYTHON") ?? "python3";
        _process = Process.Start(new ProcessStartInfo(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    public async Task InitializeAsync()
    {
        for (var attempt = 0; !await AnswersAsync(); attempt++)
        {
            if (_process.HasExited || attempt > 300) throw new InvalidOperationException("moto did not start; is it installed for the Python in use?");
            await Task.Delay(100);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _http.Dispose();
    }

    /// <summary>Makes what a test needs and the stand-ins do not offer.</summary>
    public Task PrepareAsync(string service, string action, params (string Name, string Value)[] fields) =>
        SendAsync(service, new FormUrlEncodedContent([new("Action", action), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    public Task PrepareAsync(string service, string target, string json)
    {
        var content = new StringContent(json, MediaTypeHeaderValue.Parse("application/x-amz-json-1.1"));
        content.Headers.Add("X-Amz-Target", target);
        return SendAsync(service, content);
    }

    private async Task SendAsync(string service, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-2/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var response = await _http.GetAsync(new Uri($"{Address}/moto-api/"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
