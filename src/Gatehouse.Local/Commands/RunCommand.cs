using System.CommandLine;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Commands;

/// <summary><c>run</c>: a schedule's work, now, in the running world; returns when it has ended and answers 0 only if it succeeded.</summary>
public static class RunCommand
{
    public static Command Create()
    {
        var schedule = new Argument<string>("schedule") { Description = "Whose work: membership, mfa, mfa-grace, keys, or another schedule's name." };
        var name = WorldName.Option();
        var command = new Command("run", "Do a schedule's work now.") { schedule, name };
        command.SetAction((arguments, cancellation) =>
            RunAsync(RunningWorld.Find(arguments.GetRequiredValue(name)), arguments.GetRequiredValue(schedule), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunningWorld world, string schedule, CancellationToken cancellation)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var response = await http.PostAsync(new Uri(world.Web, $"api/schedules/{Uri.EscapeDataString(schedule)}/run?wait=true"), null, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        Console.WriteLine(answer);
        return response.IsSuccessStatusCode && JsonNode.Parse(answer)?["status"]?.ToString() == "SUCCEEDED" ? 0 : 1;
    }
}
