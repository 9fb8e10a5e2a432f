using Gatehouse.Membership;

namespace Gatehouse.Cli.Plans;

/// <summary>What each sort of finding means, for a reader of a dry run. Pure.</summary>
internal static class FindingWords
{
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.ChangedByHand => "Changed by hand, and left as it is",
        FindingKind.NotManaged => "Without the tag, and so never touched; a line of \"adopt\" in gatehouse.json hands one over",
        FindingKind.Missing => "In the register, but somebody deleted the IAM user",
        FindingKind.Held => "Revoked by hand, and still in the register: a pull request must follow",
        FindingKind.Unreviewed => "Reached the protected branch without a review",
        FindingKind.UnknownReset => "In a reset file, but no managed user",
        FindingKind.QuarantinedByAws => "Under AWS's own quarantine of a leaked key, which Gatehouse never takes off",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };
}
