using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Runtime;

namespace Gatehouse.Membership.Preview;

/// <summary>The label on a pull request that is merged already, and whose refused removals wait: it allows those, and the next run takes them.</summary>
public sealed class LateLabel(IGitHub github, LabelApply labels, WaitingRefusals waiting, Settings settings)
{
    /// <summary>The hidden text of a comment of its own: the plan's stays what it was when it was merged.</summary>
    public const string Marker = "<!-- gatehouse:removals -->";

    public async Task SettleAsync(PullRequest pull, PreviewInput input, CancellationToken cancellationToken)
    {
        var label = await labels.JudgeAsync(pull, input, cancellationToken);
        if (input.Action != "labeled")
        {
            return;
        }

        var people = RemovalLabel.Waiting(await waiting.WaitingAsync(cancellationToken), pull.Number);
        var approval = label switch
        {
            LabelCounts { Recorded: { } recorded } => recorded,
            LabelCounts fresh => await labels.RecordAsync(pull, fresh, people, cancellationToken),
            _ => null,
        };
        await github.UpsertCommentAsync(pull.Number, Marker, LabelText.Late(label, approval, pull, people, settings.Reconcile), cancellationToken);
    }
}
