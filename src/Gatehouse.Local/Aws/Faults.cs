namespace Gatehouse.Local.Aws;

/// <summary>The faults that are still to happen, met in the order in which they were asked for.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<Fault> waiting = [];

    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (gate) return [.. waiting];
        }
    }

    public void Add(Fault fault)
    {
        lock (gate) waiting.Add(fault);
    }

    public void Clear()
    {
        lock (gate) waiting.Clear();
    }

    /// <summary>The fault that this call meets, used up by one; none when the call is to succeed.</summary>
    public Fault? Take(string service, string action)
    {
        lock (gate)
        {
            var index = waiting.FindIndex(fault => fault.Meets(service, action));
            if (index < 0) return null;

            var fault = waiting[index];
            if (fault.Skip > 0)
            {
                waiting[index] = fault with { Skip = fault.Skip - 1 };
                return null;
            }

            if (fault.Times > 1) waiting[index] = fault with { Times = fault.Times - 1, Skip = fault.Every - 1 };
            else waiting.RemoveAt(index);

            return fault;
        }
    }
}
