using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.Seed;

/// <summary>Tells the register's GitHub where Gatehouse listens. A world that goes on may listen elsewhere than before.</summary>
public static class HookSeed
{
    public static Task PlantAsync(GitHubStandIn gitHub, Uri webhook, string secret) => gitHub.OneAtATimeAsync(() =>
    {
        var hooks = gitHub.State.Hooks;
        if (hooks.Count == 0)
            hooks.Add(new Hook(gitHub.State.NextId(), webhook.ToString(), secret, ["pull_request", "secret_scanning_alert"], true));
        else
            hooks[0] = hooks[0] with { Url = webhook.ToString() };
        return hooks[0];
    });
}
