namespace Gatehouse.Local.GitHub.SecretScanning;

/// <summary>Secret scanning's alerts of every repository, for whoever is signed in.</summary>
public static class SecretAlertEndpoints
{
    private const string Alerts = "/secret-scanning/alerts";

    public static void Map(GitHubRoutes everyRepository, GitHubStandIn gitHub)
    {
        everyRepository.Get(Alerts, "secret-scanning/list-alerts-for-repo", call => call.Page([.. Of(gitHub, call)
            .Where(alert => (call.Query("state") ?? alert.State) == alert.State && (call.Query("secret_type")?.Split(',').Contains(alert.SecretType) ?? true))
            .OrderByDescending(alert => alert.Number)
            .Select(alert => SecretAlertShape.Of(alert, gitHub.Settings, Hides(call)))]));
        everyRepository.Get(Alerts + "/{number}", "secret-scanning/get-alert", call => SecretAlertShape.Of(One(gitHub, call), gitHub.Settings, Hides(call)));
        everyRepository.Get(Alerts + "/{number}/locations", "secret-scanning/list-locations-for-alert", call => call.Page([SecretAlertShape.Location(One(gitHub, call))]));
    }

    private static bool Hides(GitHubCall call) => call.Query("hide_secret") == "true";

    private static SecretAlert One(GitHubStandIn gitHub, GitHubCall call) =>
        Of(gitHub, call).FirstOrDefault(alert => alert.Number == call.Number("number")) ?? throw GitHubRefusalException.NotFound();

    private static IEnumerable<SecretAlert> Of(GitHubStandIn gitHub, GitHubCall call) => call.Caller.Kind == CallerKind.Nobody
        ? throw GitHubRefusalException.NotFound()
        : gitHub.State.SecretAlerts.Where(alert => alert.Repository.Equals($"{call.Route("owner")}/{call.Route("repo")}", StringComparison.OrdinalIgnoreCase));
}
