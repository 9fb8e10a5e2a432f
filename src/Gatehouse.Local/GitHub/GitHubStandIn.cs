using System.Text.Json.Nodes;
using Gatehouse.Local.Aws;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.GitHub.Apps;
using Gatehouse.Local.GitHub.Git;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub;

/// <summary>GitHub with one repository: real commits in a bare Git repository, everything else in a file beside it.</summary>
public sealed class GitHubStandIn : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly TimeProvider clock;

    /// <param name="settings">What it serves.</param>
    /// <param name="clock">GitHub's clock.</param>
    /// <param name="gate">Counts the calls, and makes some of them fail.</param>
    /// <param name="works">Whether AWS takes an access key's id and secret, as a run of a workflow finds out; null where there is no AWS.</param>
    public GitHubStandIn(GitHubSettings settings, TimeProvider clock, CallGate gate, Func<string, string, Task<bool>>? works = null)
    {
        (Settings, this.clock, Gate) = (settings, clock, gate);
        Directory.CreateDirectory(settings.StateDirectory);
        Git = new BareRepository(Path.Combine(settings.StateDirectory, settings.Name + ".git"), settings.Branch);
        State = GitHubState.Load(settings.StateDirectory);
        Webhooks = new WebhookSender(settings.StateDirectory, () => Now);
        Jobs = new Jobs(this, works ?? ((_, _) => Task.FromResult(false)));
    }

    public static GitHubStandIn Of(World world)
    {
        var state = Path.Combine(world.Directories.State, "github");
        var settings = new GitHubSettings(world.Settings.Repository, world.Settings.Branch, state, Ports.Address(world.Ports.GitHub), Ports.Address(world.Ports.Web));
        return new GitHubStandIn(settings, world.Clock, world.Gate, (id, secret) => WorksAsync(world, id, secret));
    }

    /// <summary>The repository that a call is about; one that deploys nothing is GitHub's 404.</summary>
    public DeployRepository Deploys(GitHubCall call)
    {
        var asked = $"{call.Route("owner")}/{call.Route("repo")}";
        return State.Deploys.Find(one => one.Name.Equals(asked, StringComparison.OrdinalIgnoreCase)) ?? throw GitHubRefusalException.NotFound();
    }

    public GitHubSettings Settings { get; }

    /// <summary>Counts the calls, and makes some of them fail.</summary>
    public CallGate Gate { get; }

    public BareRepository Git { get; }

    public GitHubState State { get; }

    public WebhookSender Webhooks { get; }

    /// <summary>What runs workflows.</summary>
    public Jobs Jobs { get; }

    /// <summary>The time to the second: GitHub and Git keep no more.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>Runs one piece of work alone and keeps what it changed.</summary>
    public async Task<T> OneAtATimeAsync<T>(Func<T> work)
    {
        await turn.WaitAsync();
        try
        {
            var result = work();
            State.Save(Settings.StateDirectory);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Who calls; an installation token that is unknown or has expired is refused, as is a JSON Web Token where a token belongs.</summary>
    public Caller Identify(HttpContext http)
    {
        if (Caller.TokenOf(http.Request.Headers.Authorization) is not { } token)
            return new Caller("", CallerKind.Nobody);
        if (token.StartsWith(InstallationToken.Prefix, StringComparison.Ordinal))
            return InstallationToken.Find(State, token, Now) ?? throw new GitHubRefusalException(401, "Bad credentials");
        return new Caller(token, CallerKind.Token);
    }

    private static async Task<bool> WorksAsync(World world, string id, string secret) =>
        (bool)(await world.Moto.WorldAsync("/gatehouse/key", new JsonObject { ["id"] = id, ["secret"] = secret }, CancellationToken.None))["works"]!;

    public async ValueTask DisposeAsync()
    {
        await Webhooks.DisposeAsync();
        Git.Dispose();
        turn.Dispose();
    }
}
