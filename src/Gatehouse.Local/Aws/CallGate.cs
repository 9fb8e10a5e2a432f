using System.Diagnostics;

namespace Gatehouse.Local.Aws;

/// <summary>What every call to GitHub and Slack passes: it is counted, and may meet a fault.</summary>
/// <param name="calls">Counts them.</param>
/// <param name="faults">Those still to happen.</param>
/// <param name="functions">Our function processes, of which a fault may end the one that calls.</param>
public sealed class CallGate(CallLog calls, Faults faults, Func<IEnumerable<Process>> functions)
{
    /// <summary>Counts a call and answers the fault that it meets; a fault that kills has ended the caller when this returns.</summary>
    public Fault? Enter(string service, string action, ConnectionInfo connection)
    {
        calls.Count(service, action);
        var fault = faults.Take(service, action);
        if (fault is { Kill: true, After: false })
            CallerProcess.Kill(connection, functions());
        return fault;
    }

    /// <summary>Ends the caller once its call has taken effect, where the fault asks for that.</summary>
    public void Leave(Fault fault, ConnectionInfo connection)
    {
        if (fault is { Kill: true, After: true })
            CallerProcess.Kill(connection, functions());
    }
}
