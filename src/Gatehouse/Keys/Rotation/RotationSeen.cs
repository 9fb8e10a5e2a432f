using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Keys.Rotation;

/// <summary>Everything that a rotation's next step depends on, as it is now.</summary>
/// <param name="Machine">Who, and where its secrets are.</param>
/// <param name="Keys">Its access keys.</param>
/// <param name="Known">The rotation that has begun and not ended; null where there is none.</param>
/// <param name="Now">The moment of deciding.</param>
/// <param name="GraceDays">How many days a key that was replaced stays inactive before it is deleted.</param>
public sealed record RotationSeen(MachineUser Machine, IReadOnlyList<DeployKey> Keys, RotationRecord? Known, DateTimeOffset Now, int GraceDays)
{
    /// <summary>Whether somebody asked for a rotation, whatever the key's age.</summary>
    public bool Asked { get; init; }

    /// <summary>How many days after the ladder of ages made it inactive a key may be deleted; 0 never.</summary>
    public int DeleteDays { get; init; }

    /// <summary>What became of the secrets since the writing began.</summary>
    public SecretsState Secrets { get; init; }

    public KeyRotation Rotation => Machine.Rotation!;

    public SecretsPlace Place => PlaceOf(Rotation);

    /// <summary>Where exactly both halves are written, so that a register that changed meanwhile is noticed.</summary>
    public string PlaceInWords => WordsOf(Rotation);

    public static SecretsPlace PlaceOf(KeyRotation rotation) => new(rotation.Repository, rotation.Environment);

    public static string WordsOf(KeyRotation rotation) => $"{rotation.IdSecret} and {rotation.KeySecret} of {PlaceOf(rotation)}";
}

/// <summary>An access key of a machine user.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Active">Whether it can be used.</param>
/// <param name="Created">When it was made.</param>
/// <param name="LastUsed">Null where it was never used.</param>
public sealed record DeployKey(AccessKeyId Id, bool Active, DateTimeOffset Created, DateTimeOffset? LastUsed)
{
    /// <summary>When we made it inactive in a rotation; null where we did not.</summary>
    public DateTimeOffset? Retired { get; init; }

    /// <summary>When the ladder of ages made it inactive; null where it did not.</summary>
    public DateTimeOffset? Outgrown { get; init; }

    /// <summary>Whether it was found in public: then it is evidence, and never deleted by us.</summary>
    public bool Leaked { get; init; }
}

/// <summary>What both secrets hold, told by when GitHub says that each was written last.</summary>
public enum SecretsState
{
    /// <summary>As before the writing of the new key began: whatever was written did not arrive.</summary>
    AsBefore,

    /// <summary>One holds half of the new key, and the other does not: the repository cannot use any.</summary>
    Half,

    /// <summary>Both hold the new key, whether or not the answer was heard.</summary>
    Both,

    /// <summary>Somebody else wrote both since: what they hold is not known.</summary>
    Others,
}
