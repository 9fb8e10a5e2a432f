using Gatehouse.Aws;

namespace Gatehouse.Keys.Rotation;

/// <summary>How people are told of what a run of rotations only names. Pure.</summary>
internal static class RotationWords
{
    public static (string Emoji, string Heading, string Advice) Of(RotationFindingKind kind) => kind switch
    {
        RotationFindingKind.Refused => ("rotating_light", "Deploy keys that cannot be rotated", "Nothing of them was changed, and their owners are mailed."),
        RotationFindingKind.Orphaned => ("rotating_light", "Rotations under way whose user the register no longer lists", "Nothing more is done: put the user back into mgmt/machine-users.json, or see yourself which of its keys is needed."),
        RotationFindingKind.Untagged => ("warning", "Machine users of the register that lack their tag", $"Nothing of them was changed: put the tag {ManagedTags.ManagedBy}={ManagedTags.Machine} on the IAM user, if it is the one that is meant."),
        RotationFindingKind.Missing => ("warning", "Machine users of the register that IAM does not have", "Make the user, or take it out of mgmt/machine-users.json."),
        RotationFindingKind.Elsewhere => ("warning", "Machine users with a rotation in another account", "Keys are rotated in the base account alone: take the repository out of its entry, and let the sweep watch the key's age."),
        RotationFindingKind.WouldRotate => ("information_source", "Deploy keys that would be rotated", "keysAct is off, so that nothing is done. Write \"keysAct\": true into cdk.json to let Gatehouse act."),
        RotationFindingKind.Waits => ("hourglass", "Deploy keys that wait", "Nobody has to do anything."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };

    /// <summary>What would be done first.</summary>
    public static string Would(RotationStep step) => step switch
    {
        RotationStep.RemoveKey remove => $"would delete the key {remove.Key}, because {remove.Why}",
        RotationStep.SetAside idle => $"would make the key {idle.Key} inactive, which nobody has used for long",
        RotationStep.MakeKey => "would be given a new key",
        RotationStep.TakeAsWritten or RotationStep.ProveKey or RotationStep.TakeAsProved or RotationStep.RetireKeys => "would have its rotation finished",
        _ => throw new UnknownRotationStepException(step),
    };
}
