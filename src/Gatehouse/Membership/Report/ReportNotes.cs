namespace Gatehouse.Membership.Report;

/// <summary>What a report says beside its rows.</summary>
/// <param name="Problem">Why the run ended early; null where it did not.</param>
/// <param name="Reconciles">Whether the hourly run is switched on.</param>
public sealed record ReportNotes(string? Problem, bool Reconciles)
{
    /// <summary>Refusals of earlier merges that still wait.</summary>
    public IReadOnlyList<PlannedRefusal> Waiting { get; init; } = [];

    /// <summary>What was seen, is not changed, and was not told before.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What was seen of the merge that started the run, told before or not: its comment keeps it.</summary>
    public IReadOnlyList<Finding> OfThisMerge { get; init; } = [];

    /// <summary>The comments that GitHub refused, a sentence each; only Slack can tell of them.</summary>
    public IReadOnlyList<string> Unwritten { get; init; } = [];
}
