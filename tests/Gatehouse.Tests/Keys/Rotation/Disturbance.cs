using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>How one call out of all goes wrong.</summary>
public enum Disturbed
{
    /// <summary>It is refused, and nothing comes of it.</summary>
    Refused,

    /// <summary>It takes effect, and its answer is lost.</summary>
    Unheard,

    /// <summary>The process dies right before it.</summary>
    KilledBefore,

    /// <summary>It takes effect, and the process dies before it hears the answer.</summary>
    KilledAfter,
}

/// <summary>What every call to IAM, GitHub, the ledger and the mail passes: it is counted, and one of them goes wrong. A process that died does nothing more until it is started again.</summary>
internal sealed class Disturbance
{
    /// <summary>The calls so far.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The call that goes wrong, counted from 1; none where it is 0.</summary>
    public int At { get; set; }

    public Disturbed Kind { get; set; }

    /// <summary>Which other calls go wrong in the same way; asked once the call is counted.</summary>
    public Func<string, bool> Outage { get; set; } = _ => false;

    /// <summary>Looked at after each call that took effect.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>Whether the process died and was not started again.</summary>
    public bool Dead { get; private set; }

    public void Restart() => Dead = false;

    /// <param name="call">What is called, for people to read.</param>
    /// <param name="effect">What comes of it.</param>
    /// <param name="refusal">What the caller gets where it is refused, or its answer lost.</param>
    public async Task<T> PassAsync<T>(string call, Func<Task<T>> effect, Func<Exception> refusal)
    {
        if (Dead)
        {
            throw new ProcessDiedException();
        }

        Calls.Add(call);
        var disturbed = Outage(call) || Calls.Count == At;
        if (disturbed && Kind is (Disturbed.Refused or Disturbed.KilledBefore))
        {
            throw Ending(refusal);
        }

        var answer = await effect();
        After(call);
        return disturbed ? throw Ending(refusal) : answer;
    }

    public Task<T> PassAsync<T>(string call, Func<T> effect, Func<Exception>? refusal = null) =>
        PassAsync(call, () => Task.FromResult(effect()), refusal ?? (() => new InvalidOperationException($"{call} was disturbed")));

    private Exception Ending(Func<Exception> refusal)
    {
        Dead = Kind is Disturbed.KilledBefore or Disturbed.KilledAfter;
        return Dead ? new ProcessDiedException() : refusal();
    }
}
