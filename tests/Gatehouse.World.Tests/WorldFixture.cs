using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Gatehouse.World.Tests;

/// <summary>One local world for all world tests: started with <c>./dev up --detach</c> on free ports, ended with <c>./dev down</c>.</summary>
public class WorldFixture : IAsyncLifetime
{
    /// <summary>The world's name: its folder under <c>artifacts</c>.</summary>
    protected virtual string Name => "world-tests";

    /// <summary>What else it is started with.</summary>
    protected virtual string[] StartedWith => [];

    /// <summary>Where it all is, as the world announced it.</summary>
    public Announced Where { get; private set; } = null!;

    /// <summary>The web address, for the controls: clock, faults, calls, logs.</summary>
    public HttpClient Web { get; } = new() { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Two worlds that start at the same moment would find the same ports free.</summary>
    private static readonly SemaphoreSlim Starting = new(1, 1);

    /// <summary>The folder that holds <c>./dev</c>.</summary>
    public static string Repository { get; } = FindRepository();

    public async Task InitializeAsync()
    {
        // A run that was broken off may have left its world behind.
        await DevAsync("down", "--name", Name);
        await Starting.WaitAsync();
        try
        {
            await DevAsync(["up", "--detach", "--name", Name, "--port", $"{FreePorts()}", .. StartedWith]);
        }
        finally
        {
            Starting.Release();
        }

        Where = JsonSerializer.Deserialize<Announced>(await File.ReadAllTextAsync(Path.Combine(Repository, "artifacts", $"{Name}.json")), JsonSerializerOptions.Web)!;
        Web.BaseAddress = Where.Web;
    }

    public async Task DisposeAsync()
    {
        Web.Dispose();
        await DevAsync("down", "--name", Name);
    }

    /// <summary>Lets the next calls of an action fail, after some that pass.</summary>
    public Task FailAsync(string service, string action, string code, int times = 1, int status = 400, int skip = 0) => PostAsync("api/faults", new { service, action, code, times, status, skip });

    /// <summary>Lets one in so many calls of a service fail, until that is cleared.</summary>
    public Task FailOneInAsync(int every, string service, string code) => PostAsync("api/faults", new { service, action = "*", code, times = int.MaxValue, every });

    /// <summary>Ends the function's process at its next call of an action, before or after the call takes effect.</summary>
    public Task KillAtAsync(string service, string action, bool after = false, int skip = 0) => PostAsync("api/faults", new { service, action, kill = true, after, skip });

    /// <summary>How often each action was called since the count was last cleared.</summary>
    public async Task<Dictionary<string, long>> CallsAsync() => (await Web.GetFromJsonAsync<Dictionary<string, long>>("api/calls"))!;

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Web.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task DevAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository, "dev"), arguments) { WorkingDirectory = Repository, RedirectStandardOutput = true, RedirectStandardError = true };
        using var dev = Process.Start(start)!;
        var (output, errors) = (dev.StandardOutput.ReadToEndAsync(), dev.StandardError.ReadToEndAsync());
        await dev.WaitForExitAsync();
        if (dev.ExitCode != 0) throw new InvalidOperationException($"./dev {string.Join(' ', arguments)} failed:\n{await output}{await errors}");
    }

    /// <summary>The first of six ports in a row that nobody uses, above those that visitors choose.</summary>
    private static int FreePorts() => Enumerable.Range(0, 100).Select(step => 20_000 + (Environment.ProcessId + step) % 1_000 * 10).First(first => Enumerable.Range(first, 6).All(IsFree));

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    /// <summary>The announcement file's content.</summary>
    public sealed record Announced(Uri Aws, Uri GitHub, Uri Webhook, string WebhookSecret, Uri Web, string Repository, string Branch, string Account, string Region);
}
