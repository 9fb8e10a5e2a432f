using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gatehouse.Cli.Revoke;

/// <summary><c>--reason</c>: nothing is done by hand without one.</summary>
internal static class ReasonOption
{
    public static Option<string?> Create() => new("--reason") { Description = "Why, for the trail and Slack. Nothing is done without it.", HelpName = "text" };

    /// <summary>Refuses a command that should say why, and does not.</summary>
    public static void RequireFor(this Option<string?> reason, Command command, Func<CommandResult, bool> when) => command.Validators.Add(result =>
    {
        if (when(result) && !(result.GetResult(reason)?.Tokens is [var said, ..] && !string.IsNullOrWhiteSpace(said.Value)))
        {
            result.AddError("Say why: --reason \"…\". It goes into the trail and to Slack.");
        }
    });
}
