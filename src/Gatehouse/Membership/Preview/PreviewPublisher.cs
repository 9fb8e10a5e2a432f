using Gatehouse.GitHub;

namespace Gatehouse.Membership.Preview;

/// <summary>Keeps the plan's one comment and one check current. The check comes last: green means that all of it was said.</summary>
public sealed class PreviewPublisher(IGitHub github, IPullRequestChecks checks)
{
    /// <summary>The check's name; a branch's protection may require it.</summary>
    public const string Check = "Gatehouse plan";

    public async Task PublishAsync(PullRequest pull, PreviewReport report, CancellationToken cancellationToken)
    {
        await github.UpsertCommentAsync(pull.Number, PreviewText.Marker, report.Text, cancellationToken);
        await checks.PublishAsync(
            pull.Head,
            new Check(Check, report.Passed, report.Title, $"{report.Title}. Nothing has been done.", report.Text, pull.Url) { Annotations = report.Annotations },
            cancellationToken);
    }
}
