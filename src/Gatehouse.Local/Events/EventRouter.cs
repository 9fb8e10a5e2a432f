using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>
/// EventBridge: an event goes to the targets of every rule of its bus whose pattern it matches. A target may be another region's or another
/// account's bus, whose policy must let the account in; from there an event goes to no further bus, as in AWS.
/// </summary>
public sealed class EventRouter(World world)
{
    private readonly EventTargets targets = new(world);

    /// <summary>PutEvents. On a default bus, sources of AWS's own are taken, so that a sign-in or a bounce can be played; on any other they are refused, as in AWS.</summary>
    public async Task<JsonObject> PutAsync(string account, string region, JsonNode request, CancellationToken cancellation)
    {
        var answers = new JsonArray();
        foreach (var entry in request["Entries"]!.AsArray()) answers.Add(await PutEntryAsync(account, region, entry!.AsObject(), cancellation));

        return new JsonObject { ["FailedEntryCount"] = answers.Count(answer => answer!["ErrorCode"] is not null), ["Entries"] = answers };
    }

    private async Task<JsonObject> PutEntryAsync(string account, string region, JsonObject entry, CancellationToken cancellation)
    {
        var now = world.Clock.GetUtcNow();
        var (occurred, refused) = EventEnvelope.Of(entry, account, region, now);
        if (occurred is null) return refused!;

        var bus = BusAddress.Of((string?)entry["EventBusName"] ?? BusAddress.Default, account, region);
        if (bus.Name != BusAddress.Default && ((string)occurred["source"]!).StartsWith("aws.", StringComparison.Ordinal))
            return EventEnvelope.Refusal("NotAuthorizedForSourceException", $"Not authorized for the source {occurred["source"]}.");
        if (await StopAsync(account, bus, cancellation) is { } stopped) return EventEnvelope.Refusal("AccessDeniedException", stopped);

        var ways = new List<string>();
        await RouteAsync(bus, occurred, bus.Account != account, ways, cancellation);
        world.EventLog.Add(EventEntry.Of(occurred, now, ways));
        return new JsonObject { ["EventId"] = (string)occurred["id"]! };
    }

    private async Task RouteAsync(BusAddress bus, JsonObject occurred, bool forwarded, List<string> ways, CancellationToken cancellation)
    {
        foreach (var rule in await world.Rules.MatchedAsync(bus, occurred, cancellation))
        {
            foreach (var target in rule.Targets)
            {
                var arn = (string)target["Arn"]!;
                if (arn.Contains(":event-bus/", StringComparison.Ordinal))
                {
                    await ForwardAsync(bus, BusAddress.Of(arn, bus.Account, bus.Region), occurred, forwarded, ways, cancellation);
                }
                else
                {
                    await targets.RunAsync(arn, bus.Region, EventInput.For(target, occurred), cancellation);
                    ways.Add(arn.Split(':', '/')[^1]);
                }
            }
        }
    }

    private async Task ForwardAsync(BusAddress from, BusAddress to, JsonObject occurred, bool forwarded, List<string> ways, CancellationToken cancellation)
    {
        var stopped = forwarded ? $"not forwarded to {to}: it came from another bus" : await StopAsync(from.Account, to, cancellation);
        ways.Add(stopped ?? $"bus {to.Name} of {to.Region}");
        if (stopped is null) await RouteAsync(to, occurred, forwarded: true, ways, cancellation);
    }

    /// <summary>Why a bus does not take an event of an account; null when it does.</summary>
    private async Task<string?> StopAsync(string account, BusAddress bus, CancellationToken cancellation)
    {
        var (exists, policy) = await world.Rules.FindAsync(bus, cancellation);
        if (!exists) return $"there is no bus {bus}";

        return account == bus.Account || BusPolicy.Admits(policy, account, World.OrganizationOf(account)) ? null : $"refused by the policy of {bus}";
    }
}
