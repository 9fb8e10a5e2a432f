using System.Text.RegularExpressions;
using Gatehouse.Local.Commands;

namespace Gatehouse.Local.Web;

/// <summary>What the page's form and merge button do: the very calls to GitHub that the public request form and its reviewer make, who approves before merging.</summary>
public static partial class RequestForm
{
    /// <summary>The form's fields; the user name is the address.</summary>
    public sealed record Wanted(string? Name, string? Address);

    /// <summary>Who approves and merges: nobody may approve their own.</summary>
    private const string Reviewer = "reviewer";

    public static void Map(IEndpointRouteBuilder endpoints, World world)
    {
        var http = new HttpClient();
        endpoints.MapPost("/api/requests", (Wanted wanted, CancellationToken cancellation) => AnswerAsync(() => OpenAsync(world, http, wanted, cancellation)));
        endpoints.MapPost("/api/requests/{number:int}/merge", (int number, CancellationToken cancellation) => AnswerAsync(async () =>
            Results.Json(new { sha = await MergeAsync(Request(world, http, "", Reviewer), number, cancellation) })));
    }

    private static async Task<string> MergeAsync(AccessRequest request, int number, CancellationToken cancellation)
    {
        await request.ApproveAsync(number, cancellation);
        return await request.MergeAsync(number, cancellation);
    }

    private static async Task<IResult> OpenAsync(World world, HttpClient http, Wanted wanted, CancellationToken cancellation)
    {
        var address = wanted.Address?.Trim() ?? "";
        if (!UserName().IsMatch(address))
            return Refused(400, "Give a work address such as ada.lovelace@digital.cabinet-office.gov.uk: at most 64 letters, digits and + = , . @ - _");
        var login = NotInLogins().Replace((wanted.Name ?? "").Trim().ToLowerInvariant(), "-");
        if (login is "" or "-" or Reviewer)
            login = "visitor";
        return Results.Json(new { number = await Request(world, http, address, login).OpenAsync(cancellation) }, statusCode: 201);
    }

    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> work)
    {
        try
        {
            return await work();
        }
        catch (HttpRequestException refusal)
        {
            return Refused(refusal.StatusCode is { } status ? (int)status : 502, refusal.Message);
        }
    }

    private static IResult Refused(int status, string message) => Results.Json(new { message }, statusCode: status);

    private static AccessRequest Request(World world, HttpClient http, string person, string login)
    {
        var (web, gitHub, webhook) = (Ports.Address(world.Ports.Web), Ports.Address(world.Ports.GitHub), Ports.Address(world.Ports.HttpApi));
        var settings = world.Settings;
        var running = new RunningWorld(world.Aws, gitHub, webhook, "", web, settings.Repository, settings.Branch, World.Account, World.HomeRegion);
        return new AccessRequest(running, http, person) { Login = login, Using = web.Authority };
    }

    [GeneratedRegex(@"^(?=.{3,64}$)[\w+=,.-]+@[\w.-]+$")]
    private static partial Regex UserName();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInLogins();
}
