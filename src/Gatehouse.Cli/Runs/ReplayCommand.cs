using System.CommandLine;
using System.Text.RegularExpressions;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Intake;

namespace Gatehouse.Cli.Runs;

/// <summary><c>replay</c>: a failed run, started again with its own input under the next name, as a redelivery of the webhook would.</summary>
internal static partial class ReplayCommand
{
    private static readonly Argument<string> Run = new("run") { Description = "The run's name, as history and Slack give it: merge-7-<commit>." };

    public static Command Create(Screen screen)
    {
        var command = new Command("replay", "Start a run again that failed, timed out or was stopped. What was done already is not done twice.") { Run };
        command.SetAction((arguments, cancellation) => ReplayAsync(screen, arguments, cancellation));
        return command;
    }

    private static async Task<int> ReplayAsync(Screen screen, ParseResult arguments, CancellationToken cancellationToken)
    {
        await using var deployment = await arguments.ReachAsync(cancellationToken);
        var name = arguments.GetRequiredValue(Run);
        var failed = await FindAsync(deployment, name, cancellationToken);
        if (failed.Status == ExecutionStatus.RUNNING || failed.Status == ExecutionStatus.PENDING_REDRIVE)
        {
            throw new RefusedException($"The run {name} is still running, so there is nothing to replay. Watch it, or stop it first in the Step Functions console.");
        }

        if (failed.Status == ExecutionStatus.SUCCEEDED)
        {
            throw new RefusedException($"The run {name} succeeded, so there is nothing to replay. What it did: gatehouse history --run {name}");
        }

        var started = await deployment.Room<RunStarter>().StartAsync(Attempt().Replace(name, ""), failed.Input, cancellationToken);
        return started.Already
            ? throw new RefusedException($"The run {name} was started again already, as {started.Name}, which is running or has succeeded: gatehouse history --run {started.Name}")
            : await new RunFollower(deployment, screen).FollowAsync(started.Name, cancellationToken);
    }

    private static async Task<DescribeExecutionResponse> FindAsync(Deployment deployment, string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeExecutionRequest { ExecutionArn = deployment.Run(name).Arn };
            return await deployment.Room<IAmazonStepFunctions>().DescribeExecutionAsync(request, cancellationToken);
        }
        catch (ExecutionDoesNotExistException)
        {
            throw new RefusedException($"No run has the name {name}; Step Functions forgets one after 90 days. The names of a day's runs: gatehouse history --day <date>");
        }
    }

    [GeneratedRegex(@"-r\d+\z")]
    private static partial Regex Attempt();
}
