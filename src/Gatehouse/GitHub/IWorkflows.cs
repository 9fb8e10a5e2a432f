using System.Globalization;
using System.Text.Json;

namespace Gatehouse.GitHub;

/// <summary>Starts workflows of GitHub Actions by hand, and looks how their runs ended.</summary>
/// <remarks>An App needs <c>actions: write</c> on that repository.</remarks>
public interface IWorkflows
{
    /// <summary>Asks for a run; GitHub does not say which one it becomes.</summary>
    Task DispatchAsync(Workflow workflow, CancellationToken cancellationToken);

    /// <summary>The runs that were asked for by hand and that GitHub made at that second or later, newest first.</summary>
    Task<WorkflowRuns> RunsAsync(Workflow workflow, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>A workflow that can be asked for by hand.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="File">The name of its file.</param>
/// <param name="Ref">The branch or tag that it is run on.</param>
public sealed record Workflow(string Repository, string File, string Ref);

/// <summary>Runs, and when GitHub said so, by its own clock, to the second.</summary>
public sealed record WorkflowRuns(IReadOnlyList<WorkflowRun> Runs, DateTimeOffset At);

/// <summary>One run.</summary>
/// <param name="Created">When GitHub made it, to the second.</param>
/// <param name="Completed">Whether it has ended.</param>
/// <param name="Passed">Whether it has ended well.</param>
/// <param name="Conclusion">How it ended, as GitHub names it: <c>success</c>, <c>failure</c>, <c>cancelled</c>, …; null where it has not.</param>
/// <param name="Url">The page that shows it.</param>
public sealed record WorkflowRun(DateTimeOffset Created, bool Completed, bool Passed, string? Conclusion, string Url);

/// <inheritdoc/>
public sealed class Workflows(GitHubHttp http, GitHubTokens tokens) : IWorkflows
{
    public async Task DispatchAsync(Workflow workflow, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new DispatchJson(workflow.Ref), GitHubJson.Default.DispatchJson);
        using var answer = await Of(workflow).SendAsync(HttpMethod.Post, $"{PathOf(workflow)}/dispatches", cancellationToken, body: body);
    }

    public async Task<WorkflowRuns> RunsAsync(Workflow workflow, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var created = Uri.EscapeDataString($">={since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}");
        var path = $"{PathOf(workflow)}/runs?event=workflow_dispatch&branch={Uri.EscapeDataString(workflow.Ref)}&created={created}&per_page=100";
        using var answer = await Of(workflow).SendAsync(HttpMethod.Get, path, cancellationToken);
        var runs = (await GitHubHttp.ReadAsync(answer, GitHubJson.Default.WorkflowRunsJson, cancellationToken)).WorkflowRuns;
        return new WorkflowRuns([.. runs.OrderByDescending(run => run.CreatedAt).Select(Read)], answer.AnsweredAt());
    }

    private static WorkflowRun Read(WorkflowRunJson run) =>
        new(run.CreatedAt, run.Status == "completed", run is { Status: "completed", Conclusion: "success" }, run.Conclusion, run.HtmlUrl);

    private GitHubApi Of(Workflow workflow) => new(http, tokens, workflow.Repository);

    private static string PathOf(Workflow workflow) => $"/repos/{workflow.Repository}/actions/workflows/{Uri.EscapeDataString(workflow.File)}";
}
