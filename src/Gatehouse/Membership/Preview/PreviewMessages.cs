namespace Gatehouse.Membership.Preview;

/// <summary>What a run of the <c>preview</c> state machine was started with.</summary>
/// <param name="PullRequest">The number of the pull request.</param>
/// <param name="Head">The commit at its head when it happened.</param>
/// <param name="Action">What happened: <c>opened</c>, <c>reopened</c>, <c>synchronize</c>, <c>edited</c>, <c>labeled</c> or <c>unlabeled</c>.</param>
/// <param name="Delivery">The GUID of GitHub's delivery.</param>
public sealed record PreviewInput(int PullRequest, string Head, string Action, string Delivery);

/// <summary>The payload of PreviewPullRequest, and of SayPreviewFailed with what ended the run.</summary>
/// <param name="Run">The run's ARN.</param>
/// <param name="Input">What the run was started with.</param>
/// <param name="Error">What ended it.</param>
public sealed record PreviewRequest(string Run, PreviewInput Input, RunError? Error = null);
