using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Web;

/// <summary>Reads every run of every state machine, newest first, without being counted as a caller of AWS.</summary>
public sealed class RunReader(MotoClient moto)
{
    private readonly ConcurrentDictionary<string, Run> ended = new();

    /// <summary>The machines of the deployed stacks, which never change.</summary>
    private List<(string Region, string Name, string Arn)> machines = [];

    public async Task<IReadOnlyList<Run>> ReadAsync(CancellationToken cancellation)
    {
        var runs = new List<Run>();
        foreach (var (region, machine, arn) in await MachinesAsync(cancellation))
        {
            foreach (var execution in await ListAsync(region, "ListExecutions", new JsonObject { ["stateMachineArn"] = arn }, "executions", cancellation))
                runs.Add(await ReadAsync(region, machine, execution, cancellation));
        }

        return [.. runs.OrderByDescending(run => run.StartedAt)];
    }

    /// <summary>One run by its name, without reading all others.</summary>
    /// <returns>Null where no machine has such a run.</returns>
    public async Task<Run?> FindAsync(string name, CancellationToken cancellation)
    {
        foreach (var (region, machine, arn) in await MachinesAsync(cancellation))
        {
            var body = new JsonObject { ["executionArn"] = $"{arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}" };
            if (await moto.FindJsonAsync("states", region, "AWSStepFunctions.DescribeExecution", body, cancellation) is { } execution)
                return Remembered(machine, execution);
        }

        return null;
    }

    private async Task<List<(string Region, string Name, string Arn)>> MachinesAsync(CancellationToken cancellation)
    {
        if (machines.Count > 0)
            return machines;
        var found = new List<(string Region, string Name, string Arn)>();
        foreach (var region in World.Regions)
            found.AddRange((await ListAsync(region, "ListStateMachines", [], "stateMachines", cancellation)).Select(machine => (region, (string)machine["name"]!, (string)machine["stateMachineArn"]!)));
        return machines = found;
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
        return Remembered(machine, whole);
    }

    private Run Remembered(string machine, JsonNode whole)
    {
        var run = new Run(
            (string)whole["name"]!, machine, (string)whole["status"]!, (string?)whole["error"], (string?)whole["cause"], Time(whole["startDate"])!.Value, Time(whole["stopDate"]));
        if (run.Status != "RUNNING")
            ended[(string)whole["executionArn"]!] = run;
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
