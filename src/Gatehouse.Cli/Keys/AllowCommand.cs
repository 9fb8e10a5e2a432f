using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Revoke;
using Gatehouse.Ledger;

namespace Gatehouse.Cli.Keys;

/// <summary><c>keys allow</c>: answers a sweep that found more keys to make inactive than it does unasked.</summary>
internal static class AllowCommand
{
    private static readonly Argument<string> Run = new("run") { Description = "The sweep's run, as Slack names it." };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Allow them. Without it the command only shows which keys they are." };
    private static readonly Option<string?> Reason = ReasonOption.Create();

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "allow",
            """
            Allow exactly the keys that a sweep did not make inactive because they were too many at once. The next sweep does it, within seven days.

            Without --yes it shows whose keys they are, and does nothing. What has changed meanwhile counts: a key that was rotated is left alone.
            """)
        { Run, Yes, Reason };
        Reason.RequireFor(command, result => result.GetResult(Yes) is not null);
        command.SetAction((arguments, cancellation) => AllowAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> AllowAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var run = arguments.GetRequiredValue(Run);
        var asked = await deployment.Room<AllowedKeys>().FindAsync(run, cancellationToken)
            ?? throw new RefusedException($"The run {run} asks about no key. A question can be answered for {AllowedKeys.Kept.TotalDays:0} days; then the next sweep asks again, under its own name.");
        var allowance = new Allowance(deployment, screen, run, await OwnersAsync(deployment, asked, cancellationToken));
        allowance.Show();
        if (arguments.GetValue(Yes))
        {
            return await allowance.GiveAsync(arguments.GetValue(Reason)!.Trim(), cancellationToken);
        }

        screen.Note(asked.AllowedBy is null ? "Nothing was done. To allow these:" : $"{asked.AllowedBy} allowed these already. To allow them for seven days from now:");
        screen.Command($"gatehouse keys allow {run} --yes --reason \"…\"");
        return ExitCode.Fine;
    }

    /// <summary>Whose the keys are: a sweep asks about none of which it has not warned, and so the ledger knows each.</summary>
    private static async Task<IReadOnlyList<KeyRecord>> OwnersAsync(Deployment deployment, AskedKeys asked, CancellationToken cancellationToken)
    {
        var owners = new List<KeyRecord>();
        foreach (var account in deployment.Settings.KeyAccounts.Prepend(deployment.Settings.HomeAccount).Distinct())
        {
            owners.AddRange((await deployment.Room<KeyRecords>().OfAccountAsync(account, cancellationToken)).Where(record => asked.Keys.Contains(record.Key)));
        }

        return [.. owners.OrderBy(record => record.User)];
    }
}
