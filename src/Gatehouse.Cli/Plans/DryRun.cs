using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Cli.Plans;

/// <summary>What a run would do, or why it would do nothing at all.</summary>
/// <param name="Register">What was read: <c>owner/name</c> or a folder.</param>
/// <param name="Commit">The commit that was read; null for a folder.</param>
/// <param name="Changes">What the guard would let through.</param>
/// <param name="Refused">What it would hold back.</param>
/// <param name="Findings">What was seen and would only be named.</param>
internal sealed record DryRun(
    string Register,
    string? Commit,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<PlannedRefusal> Refused,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Why the guard would refuse the whole plan; null where it would not.</summary>
    public string? RefusedWhole { get; init; }

    /// <summary>What makes the register unreadable; none where it can be read.</summary>
    public IReadOnlyList<RegisterProblem> Problems { get; init; } = [];

    /// <summary>Whether the guard or the register stands in the way of anything.</summary>
    public bool IsRefused => Refused.Count > 0 || RefusedWhole is not null || Problems.Count > 0;
}
