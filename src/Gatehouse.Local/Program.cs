using System.CommandLine;
using Gatehouse.Local.Commands;

var commands = new RootCommand("Gatehouse's local world: AWS, GitHub and Slack on one machine.")
{
    UpCommand.Create(),
    DemoCommand.Create(),
    RunCommand.Create(),
    InvokeCommand.Create(),
    StatusCommand.Create(),
    EnvironmentCommand.Create(),
};

try
{
    return await commands.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(15) });
}
catch (WorldNotRunningException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
catch (HttpRequestException refused)
{
    await Console.Error.WriteLineAsync($"The world did not answer as it should: {refused.Message} Its log is artifacts/world.log; ./dev down and ./dev up start it anew.");
    return 1;
}
