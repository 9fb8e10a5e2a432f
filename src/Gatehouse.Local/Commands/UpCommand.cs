using System.CommandLine;
using Gatehouse.Local.Hosting;

namespace Gatehouse.Local.Commands;

/// <summary><c>up</c>: starts the world in the foreground and ends it on Ctrl-C.</summary>
public static class UpCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "The first of six ports.", DefaultValueFactory = _ => Ports.DefaultBase };
        var keep = new Option<bool>("--keep") { Description = "Go on from the last state." };
        var accounts = new Option<string[]>("--key-accounts") { Description = "Other accounts whose access keys are watched, by their twelve digits.", AllowMultipleArgumentsPerToken = true };
        var name = WorldName.Option();
        var command = new Command("up", "Start the local world.") { port, keep, accounts, name };
        command.SetAction((arguments, cancellation) =>
        {
            var settings = new WorldSettings(arguments.GetValue(port), arguments.GetValue(keep)) { Name = arguments.GetRequiredValue(name), KeyAccounts = arguments.GetValue(accounts) ?? [] };
            return WorldHost.RunAsync(settings, cancellation);
        });
        return command;
    }
}
