namespace Gatehouse.Tests.Local.GitHub;

/// <summary>A fresh GitHub for each test.</summary>
public abstract class GitHubTests : IAsyncLifetime
{
    private protected GitHubDriver GitHub { get; private set; } = null!;

    public async Task InitializeAsync() => GitHub = await GitHubDriver.StartAsync();

    public async Task DisposeAsync() => await GitHub.DisposeAsync();
}
