using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Local.Deploy;

namespace Gatehouse.Local.Events;

/// <summary>A deployed schedule: what it would start, with which input. In the world it runs by command only.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Region">Where it is.</param>
/// <param name="TargetArn">What it starts, or the bus that it puts an event on.</param>
/// <param name="Input">What its target is given; null for the event that a schedule is.</param>
/// <param name="Source">Where its target is a bus: the source of the event that it puts.</param>
/// <param name="DetailType">The same event's detail-type.</param>
public sealed record Schedule(string Name, string Region, string TargetArn, string? Input, string? Source = null, string? DetailType = null)
{
    /// <summary>Of EventBridge's rules with a schedule expression, and of EventBridge Scheduler.</summary>
    public static IReadOnlyList<Schedule> ReadAll(IEnumerable<Deployment> stacks) => [.. stacks.SelectMany(stack => Rules(stack).Concat(Schedulers(stack)))];

    /// <summary>The schedule that a visitor means; null where none is. One whose own name it is, or ends with it (<c>mfa-grace</c>), goes before others of the same target; of two (<c>keys</c>), that of the target with the shorter name.</summary>
    public static Schedule? Called(string name, IReadOnlyList<Schedule> schedules) =>
        schedules.Where(schedule => schedule.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || schedule.Name.EndsWith($"-{name}", StringComparison.OrdinalIgnoreCase)).MinBy(schedule => schedule.TargetArn.Length)
        ?? schedules.FirstOrDefault(schedule => schedule.Answers(name));

    /// <summary>Whether a visitor who says this name means this schedule: its own, its target's, or the last word of either (<c>membership</c>, <c>heartbeat</c>).</summary>
    public bool Answers(string name)
    {
        var target = TargetArn.Split(':').Last();
        return new[] { Name, target, Name.Split('-').Last(), target.Split('-').Last() }.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the target is given at this time.</summary>
    public string InputAt(DateTimeOffset now) => Input is null
        ? EventEnvelope.Make("aws.events", "Scheduled Event", new JsonObject(), World.Account, Region, now, [$"arn:aws:events:{Region}:{World.Account}:rule/{Name}"]).ToJsonString()
        : Input.Replace("<aws.scheduler.scheduled-time>", now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("<aws.scheduler.execution-id>", Randomness.Hex(16), StringComparison.Ordinal)
            .Replace("<aws.scheduler.attempt-number>", "1", StringComparison.Ordinal)
            .Replace("<aws.scheduler.schedule-arn>", $"arn:aws:scheduler:{Region}:{World.Account}:schedule/default/{Name}", StringComparison.Ordinal);

    private static IEnumerable<Schedule> Rules(Deployment stack) => stack.Stack.Resources("AWS::Events::Rule")
        .Where(rule => rule.Value["ScheduleExpression"] is not null)
        .SelectMany(rule => rule.Value["Targets"]!.AsArray().Select(target => Read(stack, rule, target!)));

    private static IEnumerable<Schedule> Schedulers(Deployment stack) => stack.Stack.Resources("AWS::Scheduler::Schedule")
        .Select(schedule => Read(stack, schedule, schedule.Value["Target"]!));

    private static Schedule Read(Deployment stack, KeyValuePair<string, JsonNode> schedule, JsonNode target) => new(
        schedule.Value["Name"] is { } name ? stack.Resolve(name) : schedule.Key,
        stack.Stack.Region,
        stack.Resolve(target["Arn"]),
        target["Input"] is { } input ? stack.Resolve(input) : null,
        (string?)target["EventBridgeParameters"]?["Source"],
        (string?)target["EventBridgeParameters"]?["DetailType"]);
}
