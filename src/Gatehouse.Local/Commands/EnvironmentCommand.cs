using System.CommandLine;

namespace Gatehouse.Local.Commands;

/// <summary><c>environment</c>: the variables under which an AWS client, and the <c>gatehouse</c> command line, meet this world instead of AWS; one <c>NAME=value</c> a line.</summary>
public static class EnvironmentCommand
{
    public static Command Create()
    {
        var name = WorldName.Option();
        var command = new Command("environment", "Print the variables under which a client meets this world.") { name };
        command.SetAction((arguments, cancellation) => RunAsync(RunningWorld.Find(arguments.GetRequiredValue(name)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunningWorld world, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        foreach (var (name, value) in (await http.GetFromJsonAsync<Dictionary<string, string>>(new Uri(world.Web, "api/environment"), cancellation))!)
        {
            Console.WriteLine($"{name}={value}");
        }

        return 0;
    }
}
