using System.Diagnostics;
using Amazon.Lambda.Tests.Runtime;

namespace Amazon.Lambda.Tests.Sample;

/// <summary>The sample functions, as Lambda runs them: a process for one function.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;

    private SampleProcess(Process process) => _process = process;

    public static SampleProcess Start(string? handler, FakeRuntimeApi api, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Places.SampleFunctions]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment.Remove("ANNOTATIONS_HANDLER");
        if (handler is not null) start.Environment["ANNOTATIONS_HANDLER"] = handler;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new SampleProcess(Process.Start(start)!);
    }

    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors);
    }

    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
