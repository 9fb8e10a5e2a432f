namespace Gatehouse.Local.GitHub.Actions;

/// <summary>What a visitor sees of a repository that deploys: when its secrets were written, and how its runs ended. Never a value.</summary>
public sealed record DeployView(string Repository, IReadOnlyList<SecretView> Secrets, IReadOnlyList<DeployRun> Runs)
{
    public static IReadOnlyList<DeployView> All(GitHubStandIn gitHub) => [.. gitHub.State.Deploys.Select(repository => new DeployView(
        repository.Name,
        [.. repository.Stores.SelectMany(store => store.Value.Secrets.Select(secret => new SecretView(store.Key, secret.Key, secret.Value.UpdatedAt)))],
        [.. repository.Runs]))];
}

/// <summary>One secret: whose, by environment (empty for the repository's own), its name, and when it was written last.</summary>
public sealed record SecretView(string Environment, string Name, DateTimeOffset WrittenAt);
