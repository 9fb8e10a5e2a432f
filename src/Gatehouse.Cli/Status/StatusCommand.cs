using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.History;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.Status;

/// <summary><c>status</c>: what a person has, where it comes from, and what happened to them.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string> Person = new("person") { Description = "The user name: the whole address." };

    public static Command Create(Screen screen)
    {
        var command = new Command("status", "What a person has in IAM now, which lines of the register it comes from, and what happened to them and when.") { Person };
        command.SetAction((arguments, cancellation) => ShowAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ShowAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var person = new UserName(arguments.GetRequiredValue(Person));
        var user = deployment.Users().FindAsync(person, cancellationToken);
        var hold = deployment.Room<Holds>().FindAsync(person, cancellationToken);
        var quarantine = deployment.Room<Quarantines>().FindAsync(person, cancellationToken);
        var entries = deployment.Room<Audit>().OfPersonAsync(person, cancellationToken);
        var line = RegisterLine.FindAsync(deployment, person, cancellationToken);
        await Task.WhenAll(user, hold, quarantine, entries, line);
        if (await user is null && (await line).Person is null && (await entries).Count == 0 && await hold is null && (await line).Problem is null)
        {
            var meant = await deployment.Users().LikeAsync(person, cancellationToken);
            throw new RefusedException($"Nobody is known by the name {person}: not in IAM, the register or the trail. {(meant.Count == 0 ? "Names are whole addresses." : $"Did you mean {string.Join(" or ", meant)}?")}");
        }

        new StatusPage(screen, deployment.Clock.GetUtcNow()).Show(new PersonStatus(person, await user, await hold, await quarantine, await line));
        if ((await entries).Count > 0)
        {
            HistoryTable.Show(screen, [.. (await entries).OrderBy(entry => entry.At)], withPerson: false);
        }

        return (await line).Problem is null ? ExitCode.Fine : ExitCode.Error;
    }
}
