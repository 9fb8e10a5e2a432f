using System.Diagnostics;
using System.Net.Http.Json;

namespace Gatehouse.World.Tests.Cli;

/// <summary>The <c>gatehouse</c> command line as an operator runs it: a process of its own, with the world in its environment.</summary>
public sealed class CommandLine(WorldFixture world)
{
    private static readonly string Executable = Path.Combine(WorldFixture.Repository, "src", "Gatehouse.Cli", "bin", "Debug", "net10.0", "Gatehouse.Cli.dll");

    public Task<Answer> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <param name="environment">Variables beside the world's own.</param>
    /// <param name="arguments">The command and its arguments.</param>
    public async Task<Answer> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Executable, .. arguments]) { WorkingDirectory = WorldFixture.Repository, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("GATEHOUSE_", StringComparison.Ordinal) || name == "GITHUB_TOKEN").ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in (await WorldsAsync()).Concat(environment))
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, await output, await errors, watch.Elapsed);
    }

    private async Task<Dictionary<string, string>> WorldsAsync() => (await world.Web.GetFromJsonAsync<Dictionary<string, string>>("api/environment"))!;
}

/// <summary>What a command answered.</summary>
public sealed record Answer(int Code, string Output, string Errors, TimeSpan Took)
{
    public override string ToString() => $"{Code}\n{Output}\n{Errors}";
}

/// <summary>What a refusal looks like.</summary>
public static class Refusals
{
    public static void ShouldBeRefused(this Answer answer, string said)
    {
        answer.Code.ShouldBe(2, answer.ToString());
        answer.Errors.ShouldContain(said);
    }
}
