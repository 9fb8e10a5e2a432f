using System.Xml.Linq;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Seed;

/// <summary>Gives the register's machine user a key, and the repository that deploys with it both halves of that key as secrets of its environment.</summary>
public sealed class DeploySeed(MotoClient moto, CancellationToken cancellation)
{
    public const string User = "deploy", Repository = "example-org/deploy-me", Environment = "production", Workflow = "test-credentials.yml";
    private const string IdSecret = "AWS_ACCESS_KEY_ID", KeySecret = "AWS_SECRET_ACCESS_KEY";

    public async Task PlantAsync(GitHubStandIn gitHub)
    {
        await IamAsync("CreateUser", ("Tags.member.1.Key", "managed-by"), ("Tags.member.1.Value", "gatehouse-machine"));
        var made = await IamAsync("CreateAccessKey");
        var pairs = await Libsodium.MakeAsync(2);
        var boxes = await Libsodium.SealAsync(new ToSeal(pairs[1].PublicKey, Text(made, "AccessKeyId")), new ToSeal(pairs[1].PublicKey, Text(made, "SecretAccessKey")));
        await gitHub.OneAtATimeAsync(() =>
        {
            var secrets = new SecretStore("568250167242549743", pairs[1]);
            secrets.Secrets[IdSecret] = new StoredSecret(boxes[0], gitHub.Now, gitHub.Now);
            secrets.Secrets[KeySecret] = new StoredSecret(boxes[1], gitHub.Now, gitHub.Now);
            gitHub.State.Deploys.Add(new DeployRepository
            {
                Name = Repository,
                Workflow = Workflow,
                Branch = "main",
                Uses = new SecretsInUse(Environment, IdSecret, KeySecret),
                Stores = new() { [""] = new SecretStore("568250167242549742", pairs[0]), [Environment] = secrets },
            });
            return true;
        });
    }

    private Task<XElement> IamAsync(string action, params (string Name, string Value)[] parameters) => moto.QueryAsync(
        "iam",
        World.GlobalRegion,
        [new("Action", action), new("Version", "2010-05-08"), new("UserName", User), .. parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))],
        cancellation);

    private static string Text(XElement answer, string name) => answer.Descendants().First(element => element.Name.LocalName == name).Value;
}
