using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Doctor;
using Gatehouse.Cli.History;
using Gatehouse.Cli.Keys;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Plans;
using Gatehouse.Cli.Revoke;
using Gatehouse.Cli.Runs;
using Gatehouse.Cli.Status;
using Gatehouse.Cli.Welcome;

namespace Gatehouse.Cli;

/// <summary>All commands, and what becomes of their errors: a sentence on standard error and an exit code.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Screen screen)
    {
        try
        {
            var parsed = All(screen).Parse(arguments);
            if (parsed.Action is ParseErrorAction mistaken)
            {
                // The mistake alone: the whole help below it would push it off the screen.
                mistaken.ShowHelp = parsed.Tokens.Count == 0;
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception known) when (Failure.Explain(known) is not null)
        {
            var (code, sentence) = Failure.Explain(known)!.Value;
            screen.Note(sentence, Words.Bad);
            return code;
        }
    }

    // No RootCommand, because that takes the name of the executable.
    private static Command All(Screen screen) => new(
        "gatehouse",
        """
        Gatehouse from a command line: see what it would do and what it did, take somebody's access away at once, and help a run that failed.

        It acts with your own AWS credentials, found as every AWS tool finds them (AWS_PROFILE, the environment, …).
        Exit codes: 0 fine, 1 an error, 2 refused or problems found.
        """)
    {
        PlanCommand.Create(screen),
        StatusCommand.Create(screen),
        HistoryCommand.Create(screen),
        RevokeCommand.Create(screen),
        RestoreCommand.Create(screen),
        ResendWelcomeCommand.Create(screen),
        ReplayCommand.Create(screen),
        KeysCommand.Create(screen),
        DoctorCommand.Create(screen),
        DeploymentOptions.Name,
        DeploymentOptions.Region,
        new HelpOption(),
    };
}
