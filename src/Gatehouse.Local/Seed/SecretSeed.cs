using System.Text.Json.Nodes;
using Gatehouse.Local.Slack;

namespace Gatehouse.Local.Seed;

/// <summary>Fills what the stack leaves empty: the three secrets, and the verified address that mail is sent from.</summary>
public sealed class SecretSeed(World world, CancellationToken cancellation)
{
    private static readonly string[] Channels = ["#aws-access", "#cyber-security-help"];

    public async Task PlantAsync(string webhookSecret, JsonObject gitHub)
    {
        var existing = await SecretsAsync("ListSecrets", []);
        var names = existing["SecretList"]!.AsArray().Select(secret => (string)secret!["Name"]!).ToHashSet();
        await PutAsync(names, Setting("GATEHOUSE_WEBHOOK_SECRET"), new JsonObject { ["current"] = webhookSecret });
        await PutAsync(names, Setting("GATEHOUSE_GITHUB_SECRET"), gitHub);
        await PutAsync(names, Setting("GATEHOUSE_SLACK_SECRET"), Addresses());
        await VerifyAsync(Setting("GATEHOUSE_MAIL_FROM").Split('@')[^1].TrimEnd('>'));
    }

    private JsonObject Addresses() => new(Channels.Append(Setting("GATEHOUSE_CHANNEL")).Distinct()
        .Select(channel => KeyValuePair.Create(channel, (JsonNode?)SlackEndpoints.Address(world.Ports, channel).ToString())));

    // moto's CloudFormation passes over secrets, so that the first world has to create them.
    private Task<JsonNode> PutAsync(HashSet<string> existing, string id, JsonObject value) => existing.Contains(id)
        ? SecretsAsync("PutSecretValue", new JsonObject { ["SecretId"] = id, ["SecretString"] = value.ToJsonString() })
        : SecretsAsync("CreateSecret", new JsonObject { ["Name"] = id, ["SecretString"] = value.ToJsonString() });

    private Task<JsonNode> SecretsAsync(string action, JsonObject body) =>
        world.Moto.JsonAsync("secretsmanager", World.HomeRegion, $"secretsmanager.{action}", body, cancellation);

    private Task<System.Xml.Linq.XElement> VerifyAsync(string domain) => world.Moto.QueryAsync(
        "ses", World.HomeRegion, [new("Action", "VerifyDomainIdentity"), new("Version", "2010-12-01"), new("Domain", domain)], cancellation);

    /// <summary>What the deployed functions were given, so that nothing is described a second time.</summary>
    private string Setting(string name) => world.Functions.All
        .Select(function => function.Environment.GetValueOrDefault(name))
        .FirstOrDefault(value => !string.IsNullOrEmpty(value))
        ?? throw new WorldException($"No deployed function has the setting {name}: the template in cdk.out is not this stack's. Run ./dev synth.");
}
