using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Keys.Rotation;

/// <summary>How people are told of what a run of rotations only names. Pure.</summary>
internal static class RotationWords
{
    public static (string Emoji, string Heading, string Advice) Of(RotationFindingKind kind) => kind switch
    {
        RotationFindingKind.Refused => ("rotating_light", "Deploy keys that cannot be rotated", "Nothing of them was changed, and their owners are mailed."),
        RotationFindingKind.Orphaned => ("rotating_light", "Rotations under way whose user the register no longer lists", "Nothing more is done: put the user back into mgmt/machine-users.json, or see yourself which of its keys is needed."),
        RotationFindingKind.Leftover => ("warning", "Replaced keys of users whom the register no longer lists with a repository", "They are inactive, and nobody deletes them any more: delete each once nobody has missed it."),
        RotationFindingKind.Untagged => ("warning", "Machine users of the register that lack their tag", $"Nothing of them was changed: put the tag {ManagedTags.ManagedBy}={ManagedTags.Machine} on the IAM user, if it is the one that is meant."),
        RotationFindingKind.Missing => ("warning", "Machine users of the register that IAM does not have", "Make the user, or take it out of mgmt/machine-users.json."),
        RotationFindingKind.Elsewhere => ("warning", "Machine users with a rotation in another account", "Keys are rotated in the base account alone: take the repository out of its entry, and let the sweep watch the key's age."),
        RotationFindingKind.WouldRotate => ("information_source", "Deploy keys that would be rotated", "keysAct is off, so that none begins by itself: gatehouse keys rotate does one at once. Write \"keysAct\": true into cdk.json to let Gatehouse act."),
        RotationFindingKind.Waits => ("hourglass", "Deploy keys that wait", "Nobody has to do anything."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };

    /// <summary>Why a rotation cannot go on whose secrets are not its own any more.</summary>
    public static string Overwritten(MachineUser machine) =>
        $"somebody wrote {RotationSeen.WordsOf(machine.Rotation!)} after the rotation did: which key they hold cannot be read back. Run `gatehouse keys rotate {machine.User}` to write a fresh key.";

    /// <summary>What would be done first.</summary>
    public static string Would(RotationStep step) => step switch
    {
        RotationStep.RemoveKey remove => $"would delete the key {remove.Key}, because {remove.Why}",
        RotationStep.MakeKey => "would be given a new key",
        RotationStep.StartOver or RotationStep.TakeAsWritten or RotationStep.ProveKey or RotationStep.TakeAsProved or RotationStep.RetireKeys => "would have its rotation finished",
        _ => throw new UnknownRotationStepException(step),
    };
}
