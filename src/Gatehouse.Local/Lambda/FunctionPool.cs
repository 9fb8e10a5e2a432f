using System.Collections.Concurrent;
using System.Diagnostics;

namespace Gatehouse.Local.Lambda;

/// <summary>Runs invocations on processes of their function: an idle one when there is one, a new one otherwise.</summary>
public sealed class FunctionPool(World world) : IDisposable
{
    private readonly ConcurrentDictionary<string, FunctionInstance> instances = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentStack<FunctionInstance>> idle = new(StringComparer.Ordinal);

    public IEnumerable<Process> Processes => instances.Values.Select(instance => instance.Process);

    public FunctionInstance? Find(string id) => instances.GetValueOrDefault(id);

    public async Task<InvocationResult> InvokeAsync(FunctionConfiguration function, byte[] payload)
    {
        var instance = Take(function);
        var result = await instance.InvokeAsync(new Invocation(Randomness.Identity().ToString(), payload));
        if (instance.IsAlive) Idle(function).Push(instance);
        else End(instance);

        // Lambda's own log says so too; the payload names the error and never the event.
        if (result.IsError) world.Logs.Write(function.Name, System.Text.Encoding.UTF8.GetString(result.Payload));
        return result;
    }

    public void Dispose()
    {
        foreach (var instance in instances.Values) instance.End();
    }

    private ConcurrentStack<FunctionInstance> Idle(FunctionConfiguration function) => idle.GetOrAdd(function.Arn, _ => new ConcurrentStack<FunctionInstance>());

    private FunctionInstance Take(FunctionConfiguration function)
    {
        while (Idle(function).TryPop(out var waiting))
        {
            if (waiting.IsAlive) return waiting;

            End(waiting);
        }

        var id = Randomness.Hex(8);
        var instance = FunctionInstance.Start(id, function, FunctionEnvironment.For(world, function, id), line => world.Logs.Write(function.Name, line));
        instances[id] = instance;
        return instance;
    }

    private void End(FunctionInstance instance)
    {
        instances.TryRemove(instance.Id, out _);
        instance.End();
    }
}
