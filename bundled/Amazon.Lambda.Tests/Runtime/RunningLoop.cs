using Amazon.Lambda.RuntimeSupport;

namespace Amazon.Lambda.Tests.Runtime;

/// <summary>A bootstrap that runs in this process until the test is over.</summary>
internal sealed class RunningLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaBootstrap _bootstrap;

    private RunningLoop(LambdaBootstrapBuilder builder, FakeRuntimeApi api)
    {
        _bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Address).Build();
        Run = _bootstrap.RunAsync(_stop.Token);
    }

    public Task Run { get; }

    public static RunningLoop Of(LambdaBootstrapBuilder builder, FakeRuntimeApi api) => new(builder, api);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Run.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(Run, Task.Delay(TimeSpan.FromSeconds(30)));
        _bootstrap.Dispose();
        _stop.Dispose();
    }
}
