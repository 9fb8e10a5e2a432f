using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Preview;

/// <summary>
/// Shows on a pull request what merging it would do. Whatever happened to it, it is planned as it is now, one run at a time.
/// <list type="table">
/// <listheader><term>the pull request</term><description>what is said</description></listheader>
/// <item><term>closed without merging</term><description>nothing</description></item>
/// <item><term>merged</term><description>what the label on it allows, see <see cref="LateLabel"/></description></item>
/// <item><term>no longer against the protected branch</term><description>that merging it changes nobody's access</description></item>
/// <item><term>GitHub is still finding out whether it can be merged</term><description><see cref="MergeUnknownException"/>: asked again</description></item>
/// <item><term>in conflict</term><description>that no plan can be made</description></item>
/// <item><term>its register cannot be read</term><description>every problem, with file and line</description></item>
/// <item><term>refused as a whole</term><description>the guard's arithmetic</description></item>
/// <item><term>otherwise</term><description>the plan</description></item>
/// </list>
/// </summary>
public sealed partial class PreviewApply(
    IGitHub github, PreviewLock previews, LabelApply labels, LateLabel late, TrialMerge trial, PreviewMaker maker, PreviewPublisher publisher, Settings settings, ILogger<PreviewApply> log)
{
    public async Task PublishAsync(RunId run, PreviewInput input, CancellationToken cancellationToken)
    {
        await previews.TakeAsync(input.PullRequest, run, cancellationToken);
        var pull = await github.PullRequestAsync(input.PullRequest, cancellationToken);
        if (pull.Merged)
        {
            await late.SettleAsync(pull, input, cancellationToken);
        }
        else if (pull.Open)
        {
            var report = await ReportAsync(run, pull, input, cancellationToken);
            await publisher.PublishAsync(pull, report, cancellationToken);
            Log.Published(log, pull.Head, report.Title);
        }

        await previews.ReleaseAsync(input.PullRequest, run, cancellationToken);
    }

    /// <summary>Says that the plan could not be made, on a pull request that is still open.</summary>
    public async Task SayFailedAsync(RunId run, PreviewInput input, RunError error, CancellationToken cancellationToken)
    {
        var pull = await github.PullRequestAsync(input.PullRequest, cancellationToken);
        if (pull.Open)
        {
            // What AWS says of a failure names the account and its roles, which is not for everybody's eyes.
            var why = pull.Public || pull.FromFork ? null : $"{error.Error}: {error.Message()}";
            await publisher.PublishAsync(pull, PreviewProblems.Failed(why, run.Name), cancellationToken);
        }

        await previews.ReleaseAsync(input.PullRequest, run, cancellationToken);
        Log.Failed(log, error.Error, error.Message());
    }

    private async Task<PreviewReport> ReportAsync(RunId run, PullRequest pull, PreviewInput input, CancellationToken cancellationToken)
    {
        if (pull.BaseRef != settings.Branch)
        {
            return PreviewProblems.Elsewhere(pull, settings.Branch);
        }

        var label = await labels.JudgeAsync(pull, input, cancellationToken);
        return await trial.IsMergeableAsync(pull, cancellationToken) ? await PlanAsync(run, pull, label, cancellationToken) : PreviewProblems.Conflicting(pull);
    }

    private async Task<PreviewReport> PlanAsync(RunId run, PullRequest pull, LabelVerdict label, CancellationToken cancellationToken)
    {
        try
        {
            return await maker.MakeAsync(run, pull, label, cancellationToken);
        }
        catch (RegisterUnreadableException unreadable)
        {
            return PreviewProblems.Unreadable(unreadable.Problems);
        }
        catch (PlanRefusedException refused)
        {
            return PreviewProblems.Refused(refused.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Planned {Head}. {Title}")]
        public static partial void Published(ILogger log, string head, string title);

        [LoggerMessage(2, LogLevel.Error, "The plan could not be made. {Error}: {Message}")]
        public static partial void Failed(ILogger log, string error, string message);
    }
}
