using System.Text.Json.Nodes;
using Gatehouse.Local.Deploy;

namespace Gatehouse.Local.Events;

/// <summary>A deployed schedule: what it would start, with which input. In the world it runs by command only.</summary>
public sealed record Schedule(string Name, string Region, string TargetArn, string Input)
{
    /// <summary>Of EventBridge's rules with a schedule expression, and of EventBridge Scheduler.</summary>
    public static IReadOnlyList<Schedule> ReadAll(IEnumerable<Deployment> stacks) => [.. stacks.SelectMany(stack => Rules(stack).Concat(Schedulers(stack)))];

    /// <summary>Whether a visitor who says this name means this schedule: its own, its machine's, or the machine's last word (<c>membership</c>).</summary>
    public bool Answers(string name)
    {
        var target = TargetArn.Split(':').Last();
        return new[] { Name, target, target.Split('-').Last() }.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Schedule> Rules(Deployment stack) => stack.Stack.Resources("AWS::Events::Rule")
        .Where(rule => rule.Value["ScheduleExpression"] is not null)
        .SelectMany(rule => rule.Value["Targets"]!.AsArray().Select(target => Read(stack, rule, target!)));

    private static IEnumerable<Schedule> Schedulers(Deployment stack) => stack.Stack.Resources("AWS::Scheduler::Schedule")
        .Select(schedule => Read(stack, schedule, schedule.Value["Target"]!));

    private static Schedule Read(Deployment stack, KeyValuePair<string, JsonNode> schedule, JsonNode target) => new(
        schedule.Value["Name"] is { } name ? stack.Resolve(name) : schedule.Key,
        stack.Stack.Region,
        stack.Resolve(target["Arn"]),
        target["Input"] is { } input ? stack.Resolve(input) : "{}");
}
