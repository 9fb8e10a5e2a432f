using System.CommandLine;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.People;
using Gatehouse.Register;

namespace Gatehouse.Cli.Revoke;

/// <summary><c>revoke</c>: break-glass. Somebody is out at once, whatever the register says.</summary>
internal static class RevokeCommand
{
    private static readonly Argument<string> Person = new("person") { Description = "The user name: the whole address, as the register writes it." };
    private static readonly Option<bool> Now = new("--now") { Description = "Do it. Without it the command only says what it would do." };
    private static readonly Option<string?> Reason = ReasonOption.Create();

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "revoke",
            """
            Take somebody's access away at once, against the register (break-glass).

            Everything is denied first; then access keys become inactive, and password and groups go. It holds until restore: no run brings them back.
            Slack is told loudly, and the trail keeps who did it and why. It needs neither GitHub nor a run, and is safe to repeat.
            """)
        { Person, Now, Reason };
        Reason.RequireFor(command, result => result.GetResult(Now) is not null);
        command.SetAction((arguments, cancellation) => RevokeAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> RevokeAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var user = await deployment.ManagedAsync(new UserName(arguments.GetRequiredValue(Person)), cancellationToken);
        if (!arguments.GetValue(Now))
        {
            RevokePreview.Show(screen, user);
            return ExitCode.Fine;
        }

        return await new Revocation(deployment, screen, new UserName(user.Name), arguments.GetValue(Reason)!.Trim()).DoAsync(cancellationToken);
    }
}
