namespace Gatehouse.Local.Web;

/// <summary>The page, and the views of the world that it and the tests read.</summary>
public static class WebEndpoints
{
    public static void MapWeb(this IEndpointRouteBuilder endpoints, World world)
    {
        var runs = new RunReader(world.Moto);
        var people = new PeopleReader(world.Moto);
        var pulls = new PullReader(world.GitHub);
        var view = new WorldView(world, runs, people, pulls);
        PageFiles.Map(endpoints, world);
        RequestForm.Map(endpoints, world);
        KeysReport.Map(endpoints, world);

        var api = endpoints.MapGroup("/api");
        api.MapGet("/inbox", (string? to) => to is null ? world.Inbox.Mails : [.. world.Inbox.Mails.Where(mail => mail.To.Contains(to))]);
        api.MapGet("/slack", () => world.Slack.All);
        api.MapGet("/runs", runs.ReadAsync);
        api.MapGet("/runs/{name}", async (string name, CancellationToken cancellation) => await runs.FindAsync(name, cancellation) is { } run ? Results.Json(run) : Results.NotFound());
        api.MapGet("/people", people.ReadAsync);
        api.MapGet("/pulls", pulls.ReadAsync);
        api.MapGet("/timeline", async (CancellationToken cancellation) => (await view.ReadAsync(cancellation)).Timeline);
        api.MapGet("/view", (string? seen, CancellationToken cancellation) => view.AnswerAsync(seen, cancellation));
    }
}
