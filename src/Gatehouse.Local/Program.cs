using System.CommandLine;
using Gatehouse.Local.Commands;

return await new RootCommand("Gatehouse's local world: AWS, GitHub and Slack on one machine.") { UpCommand.Create() }
    .Parse(args)
    .InvokeAsync();
