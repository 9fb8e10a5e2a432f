using System.Diagnostics;

namespace Gatehouse.Local.Moto;

/// <summary>The Python process that runs moto. It ends when its standard input closes, so that it never outlives the world.</summary>
public sealed class MotoProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private readonly Process process;
    private readonly StreamWriter log;

    private MotoProcess(Process process, StreamWriter log) => (this.process, this.log) = (process, log);

    public static async Task<MotoProcess> StartAsync(World world, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Python())
        {
            ArgumentList = { world.Directories.Launcher, "--port", $"{world.Ports.Moto}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // moto's Step Functions call Lambda and S3 at this port: the gateway's.
                ["MOTO_PORT"] = $"{world.Ports.Aws}",
                ["MOTO_ACCOUNT_ID"] = World.Account,
                ["AWS_DEFAULT_REGION"] = World.HomeRegion,
                ["PYTHONDONTWRITEBYTECODE"] = "1",
            },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
        var log = new StreamWriter(LogOf(world), append: true) { AutoFlush = true };
        var moto = new MotoProcess(process, log);
        moto.Follow();
        await moto.ReadyAsync(world, cancellation);
        return moto;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(2))) process.Kill();
        }

        process.Dispose();
        await log.DisposeAsync();
    }

    /// <summary>The Python that `./dev` found to have moto, else the machine's.</summary>
    private static string Python() => Environment.GetEnvironmentVariable("GATEHOUSE_PYTHON") ?? "python3";

    private static string LogOf(World world) => Path.Combine(world.Directories.State, "moto.log");

    private void Follow()
    {
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Write(string? line)
    {
        if (line is null) return;

        lock (log) log.WriteLine(line);
    }

    private async Task ReadyAsync(World world, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestStart);
        while (!await world.Moto.AnswersAsync(patience.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"moto did not start: see {LogOf(world)}.");

            await Task.Delay(100, patience.Token);
        }
    }
}
