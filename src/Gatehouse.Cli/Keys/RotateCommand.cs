using System.CommandLine;
using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Runs;
using Gatehouse.Keys.Rotation;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;

namespace Gatehouse.Cli.Keys;

/// <summary><c>keys rotate</c>: a machine user's key, replaced now.</summary>
internal static class RotateCommand
{
    private static readonly Argument<string> User = new("user") { Description = "The machine user, as mgmt/machine-users.json names it." };

    public static Command Create(Screen screen)
    {
        var command = new Command(
            "rotate",
            """
            Replace the key of a machine user in its repository's Actions secrets now, or finish a rotation that was interrupted.

            A new key is written into both secrets and proved by the test workflow before the old one is made inactive. It waits for the run to end.
            """)
        { User };
        command.SetAction((arguments, cancellation) => RotateAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> RotateAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var user = new UserName(arguments.GetRequiredValue(User));
        await RefuseStrangerAsync(deployment, user, cancellationToken);
        var started = await deployment.Room<IAmazonStepFunctions>().StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = deployment.Machine("deploy-keys"),
                Name = HandRun.Name("rotate", deployment.Clock.GetUtcNow()),
                Input = JsonSerializer.Serialize(new RotationInput(RotationInput.Asked, user), GatehouseJson.Default.RotationInput),
            },
            cancellationToken);
        return await new RunFollower(deployment, screen).FollowAsync(new RunId(started.ExecutionArn), $"gatehouse keys rotate {user}", cancellationToken);
    }

    private static async Task RefuseStrangerAsync(Deployment deployment, UserName user, CancellationToken cancellationToken)
    {
        var source = deployment.Room<IRegisterSource>();
        var machines = await source.ReadMachineUsersAsync(await source.HeadAsync(cancellationToken), cancellationToken);
        var rotated = machines.Where(machine => machine.Rotation is not null).ToList();
        if (machines.FirstOrDefault(machine => machine.User == user) is not { } known)
        {
            throw new RefusedException($"{RegisterFiles.MachineUsers} lists no {user}. {(rotated.Count == 0 ? "It lists nobody whose key is rotated." : $"Rotated are {string.Join(", ", rotated.Select(machine => machine.User))}.")} Nothing was done.");
        }

        if (!machines.Any(machine => machine.User == user && machine.Rotation is not null))
        {
            throw new RefusedException($"{known.User} has no rotation in {RegisterFiles.MachineUsers}: no repository is named there. Nothing was done.");
        }
    }
}
