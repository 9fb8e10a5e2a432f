using System.Diagnostics;
using System.Threading.Channels;

namespace Gatehouse.Local.Lambda;

/// <summary>One process of the deployed executable, taking one event at a time from its Runtime API.</summary>
public sealed class FunctionInstance
{
    private readonly Channel<Invocation> next = Channel.CreateUnbounded<Invocation>();
    private volatile Invocation? current;

    private FunctionInstance(string id, FunctionConfiguration function, Process process) => (Id, Function, Process) = (id, function, process);

    public string Id { get; }

    public FunctionConfiguration Function { get; }

    public Process Process { get; }

    public Invocation? Current => current;

    public bool IsAlive => !Process.HasExited;

    public static FunctionInstance Start(string id, FunctionConfiguration function, ProcessStartInfo start, Action<string> log)
    {
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var instance = new FunctionInstance(id, function, process);
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => instance.Fail(LambdaError.Exited(instance.current?.RequestId ?? id, process.ExitCode));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return instance;

        void Say(string? line)
        {
            if (line is not null) log(line);
        }
    }

    /// <summary>Gives the process an event, and answers what it said: an answer, an error, a timeout or its end.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        current = invocation;
        await next.Writer.WriteAsync(invocation);
        // It may have ended before the event was given to it, when nobody was there to be told.
        if (Process.HasExited) Fail(LambdaError.Exited(invocation.RequestId, Process.ExitCode));
        var result = await invocation.Result;
        current = null;
        return result;
    }

    /// <summary>The Runtime API's <c>next</c>: waits for an event, and starts its deadline when it is taken.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellation)
    {
        var invocation = await next.Reader.ReadAsync(cancellation);
        _ = EndAtDeadlineAsync(invocation);
        return invocation;
    }

    /// <summary>Settles what the process is at work on; a process that has failed takes no more events.</summary>
    public void Fail(InvocationResult error) => current?.Complete(error);

    /// <summary>Ends the process, if it has not ended by itself.</summary>
    public void End() => Process.Kill();

    private async Task EndAtDeadlineAsync(Invocation invocation)
    {
        await Task.WhenAny(invocation.Result, Task.Delay(Function.Timeout));
        if (invocation.Complete(LambdaError.TimedOut(invocation.RequestId, Function.Timeout))) Process.Kill();
    }
}
