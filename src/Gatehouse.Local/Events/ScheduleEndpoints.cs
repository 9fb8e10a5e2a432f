using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>Runs a schedule's work now; <c>?wait=true</c> answers when it has ended, with how.</summary>
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
        if (world.Schedules.FirstOrDefault(candidate => candidate.Answers(name)) is not { } schedule)
            return Results.Json(new { message = $"No schedule '{name}' is deployed. There are: {string.Join(", ", world.Schedules.Select(each => each.Name))}." }, statusCode: 404);

        var execution = await world.Events.RunAsync(new JsonObject { ["Arn"] = schedule.TargetArn }, schedule.Region, schedule.Input, cancellation);
        if (execution is null) return Results.Json(new { schedule = schedule.Name, execution, status = "STARTED" });

        var (status, error) = wait ? await EndAsync(world, schedule.Region, execution, cancellation) : ("RUNNING", null);
        return Results.Json(new { schedule = schedule.Name, execution, status, error });
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
