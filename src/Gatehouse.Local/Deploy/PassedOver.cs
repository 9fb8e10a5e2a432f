using System.Text.Json.Nodes;

namespace Gatehouse.Local.Deploy;

/// <summary>Creates what moto's CloudFormation passes over and functions need: secrets, still empty, and SES's configuration sets and verified senders.</summary>
public sealed class PassedOver(World world)
{
    public async Task CreateAsync(Deployment deployment, CancellationToken cancellation)
    {
        var region = deployment.Stack.Region;
        foreach (var (_, secret) in deployment.Stack.Resources("AWS::SecretsManager::Secret"))
            await world.Moto.JsonAsync("secretsmanager", region, "secretsmanager.CreateSecret", new JsonObject { ["Name"] = deployment.Resolve(secret["Name"]) }, cancellation);

        foreach (var (_, set) in deployment.Stack.Resources("AWS::SES::ConfigurationSet"))
            await SesAsync("configuration-sets", new JsonObject { ["ConfigurationSetName"] = deployment.Resolve(set["Name"]) }, region, cancellation);

        foreach (var sender in Senders(region)) await SesAsync("identities", new JsonObject { ["EmailIdentity"] = sender }, region, cancellation);
    }

    /// <summary>The addresses that functions send from: in AWS a person verifies them once, as the README says.</summary>
    private IEnumerable<string> Senders(string region) => world.Functions.All
        .Where(function => function.Region == region && function.Environment.ContainsKey("GATEHOUSE_MAIL_FROM"))
        .Select(function => function.Environment["GATEHOUSE_MAIL_FROM"])
        .Select(from => from.Contains('<', StringComparison.Ordinal) ? from.Split('<', '>')[1] : from)
        .Distinct();

    private Task<string> SesAsync(string kind, JsonObject body, string region, CancellationToken cancellation) =>
        world.Moto.RestAsync(HttpMethod.Post, $"/v2/email/{kind}", "ses", region, System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()), cancellation);
}
