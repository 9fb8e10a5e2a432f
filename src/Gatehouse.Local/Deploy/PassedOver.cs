using System.Text.Json.Nodes;

namespace Gatehouse.Local.Deploy;

/// <summary>Creates what moto's CloudFormation passes over and functions need: secrets, still empty, SES's configuration sets and verified senders, and the policies of buses.</summary>
public sealed class PassedOver(World world)
{
    /// <summary>The template without what moto must not make: it would run a queue's function by itself, in a container, and wait for custom resources for ever.</summary>
    public static JsonObject Without(StackTemplate stack)
    {
        var template = stack.Template.DeepClone().AsObject();
        foreach (var (id, _) in stack.Resources(Queues.QueueMapping.Type).Concat(CustomResources.In(stack))) template["Resources"]!.AsObject().Remove(id);
        return template;
    }

    public async Task CreateAsync(Deployment deployment, CancellationToken cancellation)
    {
        var region = deployment.Stack.Region;
        foreach (var (_, secret) in deployment.Stack.Resources("AWS::SecretsManager::Secret"))
            await world.Moto.JsonAsync("secretsmanager", region, "secretsmanager.CreateSecret", new JsonObject { ["Name"] = deployment.Resolve(secret["Name"]) }, cancellation);

        foreach (var (_, set) in deployment.Stack.Resources("AWS::SES::ConfigurationSet"))
            await SesAsync("configuration-sets", new JsonObject { ["ConfigurationSetName"] = deployment.Resolve(set["Name"]) }, region, cancellation);

        foreach (var (_, policy) in deployment.Stack.Resources("AWS::Events::EventBusPolicy"))
            await AdmitAsync(deployment, policy, cancellation);

        foreach (var sender in Senders(region)) await SesAsync("identities", new JsonObject { ["EmailIdentity"] = sender }, region, cancellation);
    }

    private Task<JsonNode> AdmitAsync(Deployment deployment, JsonNode policy, CancellationToken cancellation)
    {
        var statement = policy["Statement"]!.DeepClone().AsObject();
        statement["Resource"] = deployment.Resolve(policy["Statement"]!["Resource"]);
        var document = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) };
        return world.Moto.JsonAsync("events", deployment.Stack.Region, "AWSEvents.PutPermission",
            new JsonObject { ["EventBusName"] = deployment.Resolve(policy["EventBusName"]), ["Policy"] = document.ToJsonString() }, cancellation);
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
