using System.Text.Json.Nodes;

namespace Gatehouse.Local.Deploy;

/// <summary>One synthesised stack: its name, its region and its template.</summary>
public sealed record StackTemplate(string Name, string Region, JsonObject Template)
{
    /// <summary>The stack of other accounts: the world plays its rules for them, and deploys it nowhere.</summary>
    public bool IsOfOtherAccounts => Template["Parameters"]?[MemberAccount.HomeBusArn] is not null;

    /// <summary>Every stack of the cloud assembly that <c>cdk synth</c> wrote; refuses to start a world without one.</summary>
    public static IReadOnlyList<StackTemplate> ReadAll(string cloudAssembly)
    {
        var manifest = Path.Combine(cloudAssembly, "manifest.json");
        if (!File.Exists(manifest)) throw new WorldException($"There is no synthesised stack in {cloudAssembly}: run `./dev synth` first.");

        return [.. JsonNode.Parse(File.ReadAllText(manifest))!["artifacts"]!.AsObject()
            .Where(artifact => (string?)artifact.Value!["type"] == "aws:cloudformation:stack")
            .Select(artifact => Read(cloudAssembly, artifact.Key, artifact.Value!))];
    }

    /// <summary>The resources of a type, by logical id.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode>> Resources(string type) => Template["Resources"]!.AsObject()
        .Where(resource => (string?)resource.Value!["Type"] == type)
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value!["Properties"] ?? new JsonObject()));

    private static StackTemplate Read(string cloudAssembly, string id, JsonNode artifact)
    {
        // environment is aws://account/region, either of them unknown when the app leaves it to the deployment.
        var region = ((string?)artifact["environment"])?.Split('/').Last() is { } known && known.Contains('-', StringComparison.Ordinal) && !known.StartsWith("unknown", StringComparison.Ordinal)
            ? known : World.HomeRegion;
        var file = Path.Combine(cloudAssembly, (string)artifact["properties"]!["templateFile"]!);
        return new((string?)artifact["properties"]!["stackName"] ?? id, region, JsonNode.Parse(File.ReadAllText(file))!.AsObject());
    }
}
