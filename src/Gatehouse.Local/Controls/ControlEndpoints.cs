using System.Text.Json.Nodes;
using System.Xml;
using Gatehouse.Local.Aws;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.Hosting;

namespace Gatehouse.Local.Controls;

/// <summary>What a visitor may turn: the clock, faults, the count of calls; the functions' logs; and a client's environment. Bad input answers 400 and says what is wrong.</summary>
public static class ControlEndpoints
{
    public static void MapControls(this IEndpointRouteBuilder endpoints, World world)
    {
        var api = endpoints.MapGroup("/api");
        api.MapGet("/calls", () => world.Calls.Counts);
        api.MapDelete("/calls", () => Cleared(world.Calls.Clear));
        api.MapGet("/faults", () => world.Faults.Waiting);
        api.MapPost("/faults", async (HttpRequest request) => FaultRequest.Read(await Body.ReadAsync(request), out var refusal) is { } fault ? Added(world, fault) : Body.Refused(refusal));
        api.MapDelete("/faults", () => Cleared(world.Faults.Clear));
        api.MapGet("/clock", () => Now(world));
        api.MapPost("/clock", async (HttpRequest request) => await AdvanceAsync(world, await Body.ReadAsync(request)));
        api.MapGet("/deploys", () => world.GitHub.OneAtATimeAsync(() => DeployView.All(world.GitHub)));
        api.MapPost("/deploys/next-run", async (HttpRequest request) => NextRun(world, await Body.ReadAsync(request)));
        api.MapGet("/environment", () => WorldEnvironment.Of(world));
        api.MapGet("/logs", () => world.Logs.Names);
        api.MapGet("/logs/{function}", (string function, CancellationToken cancellation) => world.Logs.ReadAsync(function, cancellation));
    }

    private static IResult Added(World world, Fault fault)
    {
        world.Faults.Add(fault);
        return Results.Json(fault);
    }

    private static IResult Cleared(Action clear)
    {
        clear();
        return Results.Json(new { });
    }

    private static async Task<IResult> AdvanceAsync(World world, JsonObject? body)
    {
        if (body?["advance"] is not JsonValue value || !value.TryGetValue<string>(out var text)) return Body.Refused("Say how far: {\"advance\":\"P91D\"}.");

        TimeSpan by;
        try
        {
            by = XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return Body.Refused($"'{text}' is no ISO 8601 duration, such as P91D or PT2H.");
        }

        if (by < TimeSpan.Zero) return Body.Refused("The clock only moves forward.");

        world.Clock.Advance(by);
        await world.Moto.WorldAsync("/gatehouse/clock", new JsonObject { ["seconds"] = world.Clock.Advanced.TotalSeconds }, CancellationToken.None);
        return Results.Json(Now(world));
    }

    private static IResult NextRun(World world, JsonObject? body)
    {
        if (body?["ends"] is not JsonValue value || !value.TryGetValue<string>(out var ends) || !Jobs.Kinds.Contains(ends))
            return Body.Refused($"Say how the next run of a test workflow ends: {{\"ends\":\"failure\"}}, or {string.Join(", ", Jobs.Kinds.Skip(1))}.");

        world.GitHub.Jobs.Next.Enqueue(ends);
        return Results.Json(new { ends });
    }

    private static object Now(World world) => new { now = world.Clock.GetUtcNow(), advanced = XmlConvert.ToString(world.Clock.Advanced) };
}
