using System.CommandLine;
using System.Text.Json.Nodes;
using System.Xml;

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
        var clock = await http.GetFromJsonAsync<JsonObject>(new Uri(world.Web, "api/clock"), cancellation);
        foreach (var (name, value) in Variables(world, XmlConvert.ToTimeSpan((string)clock!["advanced"]!)))
        {
            Console.WriteLine($"{name}={value}");
        }

        return 0;
    }

    private static IEnumerable<(string Name, string Value)> Variables(RunningWorld world, TimeSpan advanced)
    {
        yield return ("AWS_ENDPOINT_URL", world.Aws.ToString().TrimEnd('/'));
        yield return ("AWS_ACCESS_KEY_ID", "AKIALOCALOPERATOR000");
        yield return ("AWS_SECRET_ACCESS_KEY", "local");
        yield return ("AWS_REGION", world.Region);
        yield return ("GATEHOUSE_REGION_HOME", world.Region);
        yield return ("GATEHOUSE_REPOSITORY", world.Repository);
        yield return ("GATEHOUSE_BRANCH", world.Branch);
        yield return ("GATEHOUSE_GITHUB_URL", world.GitHub.ToString().TrimEnd('/'));
        if (advanced > TimeSpan.Zero)
        {
            yield return ("GATEHOUSE_CLOCK_ADVANCE", XmlConvert.ToString(advanced));
        }
    }
}
