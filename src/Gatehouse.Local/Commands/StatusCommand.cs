using System.CommandLine;

namespace Gatehouse.Local.Commands;

/// <summary><c>status</c>: where the running world is, and what its runs are doing.</summary>
public static class StatusCommand
{
    public static Command Create()
    {
        var name = WorldName.Option();
        var command = new Command("status", "Say where the running world is.") { name };
        command.SetAction((arguments, cancellation) => RunAsync(RunningWorld.Find(arguments.GetRequiredValue(name)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunningWorld world, CancellationToken cancellation)
    {
        Console.WriteLine($"""
              page     {world.Web}
              AWS      {world.Aws}  (account {world.Account}, {world.Region})
              GitHub   {world.GitHub}  ({world.Repository}, branch {world.Branch})
              webhook  {world.Webhook}
            """);
        using var http = new HttpClient();
        foreach (var run in await world.ListAsync(http, "runs", cancellation))
        {
            Console.WriteLine($"  run      {run!["name"]} {run["status"]} {run["error"]}".TrimEnd());
        }

        return 0;
    }
}
