namespace Gatehouse.Membership;

/// <summary>What one run set out to do, as kept in S3 for its Map and its report.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Head">The commit of the protected branch that was read.</param>
/// <param name="Changes">What the guard let through.</param>
/// <param name="Refused">What it held back.</param>
/// <param name="Findings">What was seen and is named, not changed.</param>
public sealed record RunPlan(
    string Run,
    string Head,
    IReadOnlyList<PlannedChange> Changes,
    IReadOnlyList<PlannedRefusal> Refused,
    IReadOnlyList<Finding> Findings);

/// <summary>A change that the guard held back, and the merge it is credited to.</summary>
public sealed record PlannedRefusal(PlannedChange Planned, string Rule, string Why);
