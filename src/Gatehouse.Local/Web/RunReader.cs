using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Web;

/// <summary>Reads every run of every state machine, newest first, without being counted as a caller of AWS.</summary>
public sealed class RunReader(MotoClient moto)
{
    private readonly ConcurrentDictionary<string, Run> ended = new();

    public async Task<IReadOnlyList<Run>> ReadAsync(CancellationToken cancellation)
    {
        var runs = new List<Run>();
        foreach (var region in World.Regions)
        {
            foreach (var machine in await ListAsync(region, "ListStateMachines", [], "stateMachines", cancellation))
            {
                var body = new JsonObject { ["stateMachineArn"] = (string)machine["stateMachineArn"]! };
                foreach (var execution in await ListAsync(region, "ListExecutions", body, "executions", cancellation))
                    runs.Add(await ReadAsync(region, (string)machine["name"]!, execution, cancellation));
            }
        }

        return [.. runs.OrderByDescending(run => run.StartedAt)];
    }

    private async Task<Run> ReadAsync(string region, string machine, JsonNode execution, CancellationToken cancellation)
    {
        var arn = (string)execution["executionArn"]!;
        if (ended.TryGetValue(arn, out var known))
            return known;
        var body = new JsonObject { ["executionArn"] = arn };
        var whole = (string)execution["status"]! is "FAILED" or "TIMED_OUT" or "ABORTED"
            ? await moto.JsonAsync("states", region, "AWSStepFunctions.DescribeExecution", body, cancellation)
            : execution;
        var run = new Run(
            (string)whole["name"]!, machine, (string)whole["status"]!, (string?)whole["error"], (string?)whole["cause"], Time(whole["startDate"])!.Value, Time(whole["stopDate"]));
        if (run.Status != "RUNNING")
            ended[arn] = run;
        return run;
    }

    private async Task<List<JsonNode>> ListAsync(string region, string action, JsonObject body, string field, CancellationToken cancellation)
    {
        var all = new List<JsonNode>();
        for (string? next = null; ;)
        {
            if (next is not null)
                body["nextToken"] = next;
            var page = await moto.JsonAsync("states", region, $"AWSStepFunctions.{action}", body, cancellation);
            all.AddRange(page[field]!.AsArray().Select(item => item!));
            next = (string?)page["nextToken"];
            if (next is null)
                return all;
        }
    }

    // AWS writes seconds since 1970, moto sometimes a date.
    private static DateTimeOffset? Time(JsonNode? value) => value switch
    {
        null => null,
        JsonValue number when number.TryGetValue<double>(out var seconds) => DateTimeOffset.UnixEpoch.AddSeconds(seconds),
        _ => DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };
}
