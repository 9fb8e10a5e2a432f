using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Runs;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Cli.Revoke;

/// <summary><c>restore</c>: takes a revoke by hand back, and lets the register decide again.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<string> Person = new("person") { Description = "The user name: the whole address." };
    private static readonly Option<string?> Reason = ReasonOption.Create();

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "restore",
            """
            Take a revoke by hand back, and start a run that restores them if the register lists them.

            Groups come back and a new first password is mailed; access keys stay inactive. It waits for the run to end.
            """)
        { Person, Reason };
        Reason.RequireFor(command, _ => true);
        command.SetAction((arguments, cancellation) => RestoreAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> RestoreAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var (person, reason) = (new UserName(arguments.GetRequiredValue(Person)), arguments.GetValue(Reason)!.Trim());
        var hold = await deployment.Room<Holds>().FindAsync(person, cancellationToken)
            ?? throw new RefusedException($"{person} is not revoked by hand, so there is nothing to take back. A leaver comes back by a pull request that puts their line back. Where they stand: gatehouse status {person}");

        var steps = new Steps(screen, deployment.Clock);
        var byHand = new ByHand(deployment, steps, "release", hold.Person, reason);
        var run = HandRun.Name("restore", deployment.Clock.GetUtcNow());
        steps.Say($"Taking back the revoke of {hold.Person} by {hold.By}, {Words.Minute(hold.At)} UTC ({hold.Reason}):");
        await steps.DoAsync("release the hold", () => deployment.Room<Holds>().ReleaseAsync(person, cancellationToken));
        var untold = new[]
        {
            await byHand.RecordAsync("release the hold by hand: the register decides again", null, cancellationToken),
            await byHand.TellSlackAsync(HandSlack.Restored(hold.Person, deployment.Caller.Arn, reason), cancellationToken),
        }.OfType<string>().ToList();
        await steps.DoAsync("start a run", () => HandRun.StartAsync(deployment, run, cancellationToken));
        var ended = await new RunFollower(deployment, screen).FollowAsync(run, cancellationToken);
        var stands = await SayWhereTheyStandAsync(deployment, screen, hold.Person, cancellationToken);
        untold.ForEach(why => screen.Note($"Not told: {why}", Words.Bad));
        return untold.Count > 0 ? ExitCode.Error : ended == ExitCode.Fine ? stands : ended;
    }

    private static async Task<int> SayWhereTheyStandAsync(Deployment deployment, Screen screen, UserName person, CancellationToken cancellationToken)
    {
        if (await deployment.Room<Quarantines>().FindAsync(person, cancellationToken) is null)
        {
            return ExitCode.Fine;
        }

        screen.Note($"{person} is still in quarantine: the register does not list them, or the guard refused. Where they stand: gatehouse status {person}", Words.Warning);
        return ExitCode.Refused;
    }
}
