using System.CommandLine;
using System.CommandLine.Parsing;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;

namespace Gatehouse.Cli.Plans;

/// <summary><c>plan</c>: a dry run.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string?> Register = new("register")
    {
        Description = "A folder with a checkout of the register, or owner/name on GitHub. Left out: the deployment's repository.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print it as JSON." };

    private static readonly Option<bool> WithoutLedger = new("--without-ledger")
    {
        Description = "Plan as before the first run: nothing is remembered. For an account where Gatehouse is not deployed yet.",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "plan",
            """
            What a run would do now: who would get or lose what, what the guard would refuse, what it would name. Writes nothing.

            The register on GitHub is read with GITHUB_TOKEN where it is set, else with the deployment's GitHub secret.
            Answers 2 where the guard would refuse something, or the register cannot be read.
            """)
        { Register, Json, WithoutLedger };
        command.Validators.Add(RefuseNeither);
        command.SetAction((arguments, cancellation) => PlanAsync(screen, arguments, cancellation));
        return command;
    }

    private static void RefuseNeither(CommandResult result)
    {
        if (result.GetResult(Register)?.Tokens is [var said] && !Directory.Exists(said.Value) && !IsRepository(said.Value))
        {
            result.AddError($"'{said.Value}' is neither a folder here nor owner/name of a repository.");
        }
    }

    private static bool IsRepository(string text) => text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 }] && !owner.StartsWith('.');

    private static async Task<int> PlanAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        var register = arguments.GetValue(Register);
        var folder = register is not null && Directory.Exists(register) ? register : null;
        await using var deployment = await arguments.ReachAsync(cancellationToken, repository: folder is null ? register : null);
        var run = await RegisterPlan.MakeAsync(deployment, folder, arguments.GetValue(WithoutLedger), cancellationToken);
        if (arguments.GetValue(Json))
        {
            screen.WriteRaw(PlanDocument.Write(run));
        }
        else
        {
            new PlanTable(screen).Show(run);
        }

        return run.IsRefused ? ExitCode.Refused : ExitCode.Fine;
    }
}
