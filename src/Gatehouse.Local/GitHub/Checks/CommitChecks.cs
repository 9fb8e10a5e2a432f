namespace Gatehouse.Local.GitHub.Checks;

/// <summary>Whether a named check has passed on a commit, be it a check run or a commit status.</summary>
public static class CommitChecks
{
    public static bool Passed(GitHubState state, string sha, string name) =>
        state.CheckRuns.FindLast(run => run.HeadSha == sha && run.Name == name)?.Conclusion is "success" or "neutral" or "skipped"
        || state.Statuses.FindLast(status => status.Sha == sha && status.Context == name)?.State == "success";
}
