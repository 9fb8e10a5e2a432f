using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>Runs a schedule's work now; <c>?wait=true</c> answers when it has ended, with how. An event that a schedule puts has ended when it has arrived.</summary>
public static class ScheduleEndpoints
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(300);

    public static void MapSchedules(this IEndpointRouteBuilder endpoints, World world)
    {
        endpoints.MapGet("/api/schedules", () => world.Schedules);
        endpoints.MapPost("/api/schedules/{name}/run", (string name, bool? wait, CancellationToken cancellation) => RunAsync(world, name, wait == true, cancellation));
    }

    private static async Task<IResult> RunAsync(World world, string name, bool wait, CancellationToken cancellation)
    {
        if (Schedule.Called(name, world.Schedules) is not { } schedule)
            return Results.Json(new { message = $"No schedule '{name}' is deployed. There are: {string.Join(", ", world.Schedules.Select(each => each.Name))}." }, statusCode: 404);

        var (execution, status, error) = await StartAsync(world, schedule, wait, cancellation);
        return Results.Json(new { schedule = schedule.Name, execution, status, error });
    }

    private static async Task<(string? Execution, string Status, string? Error)> StartAsync(World world, Schedule schedule, bool wait, CancellationToken cancellation)
    {
        var input = schedule.InputAt(world.Clock.GetUtcNow());
        if (schedule.Source is not null) return await PutAsync(world, schedule, input, cancellation);

        var targets = new EventTargets(world);
        if (wait && schedule.TargetArn.StartsWith("arn:aws:lambda:", StringComparison.Ordinal))
        {
            var result = await world.Pool.InvokeAsync(targets.Function(schedule.TargetArn, schedule.Region), Encoding.UTF8.GetBytes(input));
            return result.IsError ? (null, "FAILED", Encoding.UTF8.GetString(result.Payload)) : (null, "SUCCEEDED", null);
        }

        if (await targets.RunAsync(schedule.TargetArn, schedule.Region, input, cancellation) is not { } execution) return (null, "STARTED", null);

        var (status, error) = wait ? await EndAsync(world, schedule.Region, execution, cancellation) : ("RUNNING", null);
        return (execution, status, error);
    }

    private static async Task<(string? Execution, string Status, string? Error)> PutAsync(World world, Schedule schedule, string input, CancellationToken cancellation)
    {
        var entry = new JsonObject { ["EventBusName"] = schedule.TargetArn, ["Source"] = schedule.Source, ["DetailType"] = schedule.DetailType, ["Detail"] = input };
        var answer = await world.Events.PutAsync(World.Account, schedule.Region, new JsonObject { ["Entries"] = new JsonArray(entry) }, cancellation);
        return (string?)answer["Entries"]![0]!["ErrorMessage"] is { } refused ? (null, "FAILED", refused) : (null, "SUCCEEDED", null);
    }

    private static async Task<(string Status, string? Error)> EndAsync(World world, string region, string execution, CancellationToken cancellation)
    {
        while (true)
        {
            var run = await world.Moto.JsonAsync("states", region, "AWSStepFunctions.DescribeExecution", new JsonObject { ["executionArn"] = execution }, cancellation);
            if ((string?)run["status"] is { } status and not "RUNNING") return (status, (string?)run["error"]);

            await Task.Delay(BetweenLooks, cancellation);
        }
    }
}
