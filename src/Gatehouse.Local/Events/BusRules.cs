using System.Text.Json.Nodes;
using Gatehouse.Local.Deploy;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Events;

/// <summary>A rule of a bus, as it is deployed.</summary>
public sealed record BusRule(string Name, IReadOnlyList<JsonNode> Targets);

/// <summary>The rules of any bus: of this account's as AWS has them now, of every other account's as MemberAccountStack describes them.</summary>
public sealed class BusRules(MotoClient moto)
{
    /// <summary>The stack of other accounts, with the home region's bus as its parameter; none until the stacks are deployed, or where there is none.</summary>
    public Deployment? MemberAccount { get; set; }

    /// <summary>The rules whose pattern an event on the bus matches.</summary>
    public async Task<IReadOnlyList<BusRule>> MatchedAsync(BusAddress bus, JsonObject occurred, CancellationToken cancellation)
    {
        if (bus.Account != World.Account) return OfMember(bus, occurred);

        var rules = await moto.JsonAsync("events", bus.Region, "AWSEvents.ListRules", new JsonObject { ["EventBusName"] = bus.Name }, cancellation);
        var found = new List<BusRule>();
        foreach (var rule in rules["Rules"]!.AsArray())
        {
            if ((string?)rule!["EventPattern"] is not { } pattern || (string?)rule["State"] == "DISABLED" || !EventPattern.Matches(JsonNode.Parse(pattern)!, occurred)) continue;

            var name = (string)rule["Name"]!;
            var targets = await moto.JsonAsync("events", bus.Region, "AWSEvents.ListTargetsByRule", new JsonObject { ["Rule"] = name, ["EventBusName"] = bus.Name }, cancellation);
            found.Add(new BusRule(name, [.. targets["Targets"]!.AsArray().OfType<JsonNode>()]));
        }

        return found;
    }

    /// <summary>The bus's policy, as a document; refuses a bus that does not exist.</summary>
    public async Task<(bool Exists, JsonNode? Policy)> FindAsync(BusAddress bus, CancellationToken cancellation)
    {
        if (bus.Account != World.Account) return (bus.Name == BusAddress.Default, null);

        var listed = await moto.JsonAsync("events", bus.Region, "AWSEvents.ListEventBuses", new JsonObject { ["NamePrefix"] = bus.Name }, cancellation);
        var found = listed["EventBuses"]!.AsArray().FirstOrDefault(one => (string?)one!["Name"] == bus.Name);
        return (found is not null, (string?)found?["Policy"] is { Length: > 0 } policy ? JsonNode.Parse(policy) : null);
    }

    private List<BusRule> OfMember(BusAddress bus, JsonObject occurred) => MemberAccount is not { } member || bus.Region != member.Stack.Region || bus.Name != BusAddress.Default
        ? []
        : [.. member.Stack.Resources("AWS::Events::Rule").Where(rule => EventPattern.Matches(rule.Value["EventPattern"]!, occurred)).Select(rule => new BusRule(
            member.Resolve(rule.Value["Name"]),
            [.. rule.Value["Targets"]!.AsArray().Select(target => new JsonObject { ["Arn"] = member.Resolve(target!["Arn"]) })]))];
}
