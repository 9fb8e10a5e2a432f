using System.Diagnostics;
using System.Net.Mime;
using Gatehouse.Local.Hosting;

namespace Gatehouse.Local.Web;

/// <summary>Serves the report about access keys: the very page that <c>gatehouse keys report --format html</c> writes, made by that command as an operator runs it.</summary>
public static class KeysReport
{
    private static readonly string[] Arguments = ["keys", "report", "--live", "--format", "html"];

    public static void Map(IEndpointRouteBuilder endpoints, World world) => endpoints.MapGet("/keys", (CancellationToken cancellation) => MakeAsync(world, cancellation));

    private static async Task<IResult> MakeAsync(World world, CancellationToken cancellation)
    {
        if (!File.Exists(world.Directories.CommandLine))
        {
            return Results.Text("The command line is not built yet, and it makes this report. Build it: ./dev build", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        using var process = Process.Start(Start(world))!;
        var (page, errors) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (await page).Length > 0
            ? Results.Text(await page, $"{MediaTypeNames.Text.Html}; charset=utf-8")
            : Results.Text($"gatehouse {string.Join(' ', Arguments)} ended with {process.ExitCode}:\n{await errors}", statusCode: StatusCodes.Status502BadGateway);
    }

    private static ProcessStartInfo Start(World world)
    {
        var start = new ProcessStartInfo("dotnet", [world.Directories.CommandLine, .. Arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = world.Directories.Repository,
        };
        // None of this process's own, so that nothing here can reach a real account.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("GATEHOUSE_", StringComparison.Ordinal) || name == "GITHUB_TOKEN").ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in WorldEnvironment.Of(world))
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
