using System.Collections.Concurrent;

namespace Gatehouse.Local.GitHub.Actions;

/// <summary>Runs the workflow as a runner would: opens both secrets with libsodium, and asks AWS whether they are one active key.</summary>
/// <param name="gitHub">Whose runs they are.</param>
/// <param name="works">Whether AWS takes an id and a secret.</param>
public sealed class Jobs(GitHubStandIn gitHub, Func<string, string, Task<bool>> works)
{
    /// <summary>What a visitor asked the next runs to be: <c>failure</c>, <c>cancelled</c>, <c>hangs</c> (it never ends) or <c>lost</c> (GitHub makes none); without it a run ends by what the secrets hold.</summary>
    public ConcurrentQueue<string> Next { get; } = [];

    public static IReadOnlyList<string> Kinds { get; } = ["failure", "cancelled", "hangs", "lost"];

    public void Begin(DeployRepository repository, string branch, string actor)
    {
        var ends = Next.TryDequeue(out var asked) ? asked : null;
        if (ends == "lost")
            return;
        var run = new DeployRun(gitHub.State.NextId(), branch, gitHub.Now, actor, Conclusion: null);
        repository.Runs.Add(run);
        if (ends != "hangs")
            _ = Task.Run(() => EndAsync(repository, run, ends));
    }

    private async Task EndAsync(DeployRepository repository, DeployRun run, string? ends)
    {
        var conclusion = ends ?? await TryAsync(repository);
        await gitHub.OneAtATimeAsync(() => repository.Runs[repository.Runs.FindIndex(one => one.Id == run.Id)] = run with { Conclusion = conclusion });
    }

    private async Task<string> TryAsync(DeployRepository repository)
    {
        try
        {
            var (place, id, key) = repository.Uses;
            var store = repository.Stores[place];
            var boxes = await gitHub.OneAtATimeAsync(() => new[] { store.Secrets[id].Box, store.Secrets[key].Box });
            var opened = await Libsodium.OpenAsync([.. boxes.Select(box => new ToOpen(store.Pair.PublicKey, store.Pair.PrivateKey, box))]);
            return opened is [{ } first, { } second] && await works(first, second) ? "success" : "failure";
        }
        catch (Exception broken) when (broken is KeyNotFoundException or WorldException or HttpRequestException)
        {
            return "failure";
        }
    }
}
