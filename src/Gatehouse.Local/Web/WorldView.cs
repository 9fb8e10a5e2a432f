using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.Local.Aws;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.GitHub.Webhooks;
using Gatehouse.Local.Slack;

namespace Gatehouse.Local.Web;

/// <summary>Everything that the page shows, in one answer.</summary>
public sealed record ViewOfWorld(
    string Repository, string Branch, string Account, string ConsoleAlias, DateTimeOffset Today, IReadOnlyList<PullView> Pulls, IReadOnlyList<Person> People,
    IReadOnlyList<Mail> Inbox, IReadOnlyList<SlackMessage> Slack, IReadOnlyList<Run> Runs, IReadOnlyList<TimelineEntry> Timeline);

/// <summary>Puts the page's view together, and answers nothing new with 204 so that the page may ask often.</summary>
public sealed class WorldView(World world, RunReader runs, PeopleReader people, PullReader pulls)
{
    private const int MostShown = 60;

    public async Task<IResult> AnswerAsync(string? seen, CancellationToken cancellation)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(await ReadAsync(cancellation), JsonSerializerOptions.Web);
        var version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        if (version == seen)
            return Results.NoContent();
        return new Versioned(version, bytes);
    }

    public async Task<ViewOfWorld> ReadAsync(CancellationToken cancellation)
    {
        var (allPulls, allPeople, allRuns) = (await pulls.ReadAsync(), await people.ReadAsync(cancellation), await runs.ReadAsync(cancellation));
        var deploys = await world.GitHub.OneAtATimeAsync(() => DeployView.All(world.GitHub));
        var mails = world.Inbox.Mails.Reverse().Take(MostShown).ToList();
        var slack = world.Slack.All.Reverse().Take(MostShown).ToList();
        IEnumerable<TimelineEntry> timeline =
        [
            .. allPulls.SelectMany(TimelineEntry.Of),
            .. world.GitHub.Webhooks.Log.All.Take(MostShown).Reverse().Select(Delivered),
            .. deploys.SelectMany(TimelineEntry.Of),
            .. allRuns.SelectMany(TimelineEntry.Of),
            .. allPeople.Where(person => person.PullRequest is not null).Select(person => new TimelineEntry(person.CreatedAt, "iam", $"IAM user {person.Name} created")),
            .. world.EventLog.All.Take(MostShown).Select(TimelineEntry.Of),
            .. mails.Select(mail => new TimelineEntry(mail.At, "mail", $"“{mail.Subject}” sent to {string.Join(", ", mail.To)}")),
            .. slack.Select(message => new TimelineEntry(message.At, "slack", $"Message in {message.Channel}")),
        ];
        return new ViewOfWorld(
            world.Settings.Repository, world.Settings.Branch, World.Account, Seed.AwsSeed.Alias, Today(), allPulls, allPeople, mails, slack,
            [.. allRuns.Take(MostShown)], [.. timeline.OrderBy(entry => entry.At).Reverse().Take(MostShown)]);
    }

    // The hour is enough for a visitor's day in any time zone, and leaves the view unchanged while nothing happens.
    private DateTimeOffset Today()
    {
        var now = world.Clock.GetUtcNow();
        return new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset);
    }

    private static TimelineEntry Delivered(Delivery delivery) => new(
        delivery.DeliveredAt,
        "github",
        $"{(delivery.Redelivery ? "Redelivered" : "Delivered")} {delivery.Event} {delivery.Action}: {(delivery.IsPending ? "waiting for the answer" : $"answered {delivery.StatusCode}")}");

    private sealed record Versioned(string Version, byte[] Bytes) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers["X-World-Version"] = Version;
            return Results.Bytes(Bytes, "application/json; charset=utf-8").ExecuteAsync(httpContext);
        }
    }
}
