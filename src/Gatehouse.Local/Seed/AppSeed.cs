using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Apps;

namespace Gatehouse.Local.Seed;

/// <summary>Registers the GitHub App as which Gatehouse calls: an App, unlike a token, may write check runs.</summary>
public static class AppSeed
{
    private const string Id = "1207";
    private const long Installation = 4630;

    /// <summary>Makes a new key in every world, and answers what Gatehouse's GitHub secret holds.</summary>
    public static Task<JsonObject> PlantAsync(GitHubStandIn gitHub) => gitHub.OneAtATimeAsync(() =>
    {
        using var key = RSA.Create(2048);
        gitHub.State.App = new AppRegistration(Id, "gatehouse", Installation, key.ExportSubjectPublicKeyInfoPem());
        return new JsonObject { ["appId"] = Id, ["installationId"] = Installation, ["privateKey"] = key.ExportRSAPrivateKeyPem() };
    });
}
