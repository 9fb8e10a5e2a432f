using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>Everything that a plan's comment is written from.</summary>
/// <param name="Pull">The pull request.</param>
/// <param name="Plan">What merging it would do.</param>
/// <param name="Evidence">Whether the access is in use that would be taken away, for as many as were looked up; null where it is not shown.</param>
/// <param name="Label">What the label on it is worth.</param>
/// <param name="Approval">The removals that it allows; null for none.</param>
/// <param name="GraceDays">After how many days a leaver is deleted.</param>
/// <param name="Now">The moment of planning.</param>
/// <param name="Keys">What becomes of a key that is not exempt.</param>
public sealed record PreviewReading(
    PullRequest Pull,
    PreviewPlan Plan,
    IReadOnlyDictionary<UserName, Evidence?>? Evidence,
    LabelVerdict Label,
    Approval? Approval,
    int GraceDays,
    DateTimeOffset Now,
    KeyRule Keys)
{
    /// <summary>Whether a leaked key is cut off even where the register protects its machine user.</summary>
    public bool LeakCutsProtected { get; init; }
}

/// <summary>What is said on a pull request: the comment, and the check.</summary>
/// <param name="Passed">Whether the check is green.</param>
/// <param name="Title">One line, without Markdown, that a reviewer can stop at.</param>
/// <param name="Text">The comment, in GitHub's Markdown.</param>
public sealed record PreviewReport(bool Passed, string Title, string Text)
{
    public IReadOnlyList<CheckAnnotation> Annotations { get; init; } = [];
}
