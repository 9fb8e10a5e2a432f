using Gatehouse.Aws;

namespace Gatehouse.Keys.Rotation;

/// <summary>What a rotation does next. The hierarchy is closed: whoever meets an unknown one fails loudly.</summary>
public abstract record RotationStep
{
    private RotationStep()
    {
    }

    /// <summary>Nothing now.</summary>
    /// <param name="Why">For people to read; null where there is nothing to say.</param>
    public sealed record Rest(string? Why = null) : RotationStep;

    /// <summary>Nothing, until somebody has looked.</summary>
    /// <param name="Why">What is in the way, and what to do.</param>
    public sealed record Refuse(string Why) : RotationStep;

    /// <summary>Deletes a key that nobody can be using.</summary>
    public sealed record RemoveKey(AccessKeyId Key, string Why) : RotationStep;

    /// <summary>Makes a key and writes both secrets.</summary>
    /// <param name="Old">The keys that were there before.</param>
    /// <param name="Broken">Whether the repository cannot use any key until both are written.</param>
    public sealed record MakeKey(IReadOnlyList<AccessKeyId> Old, bool Broken) : RotationStep;

    /// <summary>Both writes arrived, and only their answer was lost: goes on as if it had come.</summary>
    public sealed record TakeAsWritten : RotationStep;

    /// <summary>Gives up a new key that was written, because one of the secrets is not ours any more, or because somebody asked for a fresh one.</summary>
    public sealed record StartOver : RotationStep;

    /// <summary>Lets the test workflow prove the new key.</summary>
    public sealed record ProveKey : RotationStep;

    /// <summary>There is no test workflow, and somebody has used the new key: that is the proof.</summary>
    public sealed record TakeAsProved(DateTimeOffset Used) : RotationStep;

    /// <summary>Makes the old keys inactive.</summary>
    public sealed record RetireKeys(IReadOnlyList<AccessKeyId> Old) : RotationStep;
}
