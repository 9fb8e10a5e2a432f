using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Gatehouse.Cli.Revoke;
using Gatehouse.Cli.Runs;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Cli.Welcome;

/// <summary><c>resend-welcome</c>: a new first password and its mail, on request.</summary>
internal static class ResendWelcomeCommand
{
    private static readonly Argument<string> Person = new("person") { Description = "The user name: the whole address." };

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "resend-welcome",
            """
            Give somebody a new first password and mail it, because the first one was lost, expired or returned.

            The password that they have now ends. MFA devices and access keys stay. It owes the mail in the ledger, starts a run and waits for its end.
            """)
        { Person };
        command.SetAction((arguments, cancellation) => ResendAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ResendAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var user = await deployment.ManagedAsync(new UserName(arguments.GetRequiredValue(Person)), cancellationToken);
        var person = new UserName(user.Name);
        await RefuseLeaverAsync(deployment, user, cancellationToken);

        var steps = new Steps(screen, deployment.Clock);
        var name = HandRun.Name("resend", deployment.Clock.GetUtcNow());
        if ((await deployment.Room<Welcomes>().OwedAsync(cancellationToken)).Any(owed => owed.Person == person))
        {
            steps.Say($"A welcome of {person} is still owed; a run sends it.");
        }
        else
        {
            await steps.DoAsync($"owe {person} a new first password", () => OweAsync(deployment, name, user, cancellationToken));
        }

        var unrecorded = await new ByHand(deployment, steps, "ask", person, reason: null).RecordAsync("ask for a new first password by hand", null, cancellationToken);
        await steps.DoAsync("start a run", () => HandRun.StartAsync(deployment, name, cancellationToken));
        var ended = await new RunFollower(deployment, screen).FollowAsync(name, cancellationToken);
        if (unrecorded is not null)
        {
            screen.Note($"The trail does not say that you asked: {unrecorded}", Words.Bad);
            return ExitCode.Error;
        }

        return ended;
    }

    private static async Task RefuseLeaverAsync(Deployment deployment, KnownUser user, CancellationToken cancellationToken)
    {
        var person = new UserName(user.Name);
        if (await deployment.Room<Holds>().FindAsync(person, cancellationToken) is { } hold)
        {
            throw new RefusedException($"{person} was revoked by hand by {hold.By}, {Words.Minute(hold.At)} UTC ({hold.Reason}), so no password is mailed. First: gatehouse restore {person}");
        }

        if (user.Denied || await deployment.Room<Quarantines>().FindAsync(person, cancellationToken) is not null)
        {
            throw new RefusedException($"{person} is in quarantine, so no password is mailed. A pull request that puts their line back restores them, and mails one.");
        }
    }

    private static async Task OweAsync(Deployment deployment, string name, KnownUser user, CancellationToken cancellationToken)
    {
        var (run, person) = (deployment.Run(name), new UserName(user.Name));
        var welcome = WelcomeId.Of(person, run);
        var kind = user.PasswordLastUsed is null ? WelcomeKind.First : WelcomeKind.Reset;
        var planned = new PlannedChange(new SendWelcome(person, welcome, kind), Attribution.ByHand(deployment.Caller.Arn));
        await deployment.Room<Welcomes>().OweAsync(run, planned, welcome, cancellationToken);
        await deployment.Room<UnusedPasswords>().SupersedeAsync(person, cancellationToken);
    }
}
