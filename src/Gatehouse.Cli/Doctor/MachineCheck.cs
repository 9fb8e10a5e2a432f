using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Membership;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether a state machine exists, and how its last run ended.</summary>
/// <param name="deployment">Whose it is.</param>
/// <param name="machine">The machine, and what is said of it.</param>
internal sealed class MachineCheck(Deployment deployment, WatchedMachine machine) : ICheck
{
    /// <summary>The most characters of what ended a run: a broken register may have much to say.</summary>
    private const int MostWords = 400;

    public string Name => machine.Name;

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var listed = await deployment.Room<IAmazonStepFunctions>().ListExecutionsAsync(
                new ListExecutionsRequest { StateMachineArn = machine.Arn, MaxResults = 10 }, cancellationToken);
            var last = (listed.Executions ?? []).MaxBy(run => run.StartDate);
            return [Judge(last is null ? null : await ReadAsync(last, cancellationToken), machine)];
        }
        catch (StateMachineDoesNotExistException)
        {
            return [Diagnosis.Wrong($"there is no state machine {machine.Arn}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE.")];
        }
    }

    public static Diagnosis Judge(LastRun? run, WatchedMachine machine) => run switch
    {
        null => Diagnosis.Note("the state machine is there, and has run nothing yet", machine.First),
        { Status: "FAILED" or "TIMED_OUT" or "ABORTED" } last => Diagnosis.Wrong(
            $"the last run, {last.Name}, ended {last.Status}{(last.Why is null ? "" : $": {last.Why}")}", $"Mend that{machine.Again(last.Name)}"),
        { } last => Diagnosis.Fine($"the last run, {Words.ShortRun(last.Name)}, of {Words.Minute(last.Started)} UTC: {last.Status}"),
    };

    private async Task<LastRun> ReadAsync(ExecutionListItem listed, CancellationToken cancellationToken)
    {
        var run = await deployment.Room<IAmazonStepFunctions>().DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = listed.ExecutionArn }, cancellationToken);
        var why = run.Error is { Length: > 0 } error ? $"{error}: {new RunError(error, run.Cause).Message()}" : null;
        return new LastRun(run.Name, run.Status?.Value ?? "", new DateTimeOffset(run.StartDate ?? DateTime.MinValue, TimeSpan.Zero), why is { Length: > MostWords } ? $"{why[..MostWords]}…" : why);
    }
}

/// <summary>A state machine that the doctor looks at.</summary>
/// <param name="Name">What it does: <c>Runs</c>.</param>
/// <param name="Arn">The machine.</param>
/// <param name="First">What makes it run first.</param>
/// <param name="Again">What follows "Mend that" for a run that failed, by its name.</param>
internal sealed record WatchedMachine(string Name, string Arn, string First, Func<string, string> Again)
{
    public static WatchedMachine OfMembership(Deployment deployment) =>
        new("Runs", deployment.Settings.Machine, "Merge a pull request, or switch the hourly run on.", run => $", then: gatehouse replay {run}");

    public static WatchedMachine OfKeys(Deployment deployment) =>
        new("Sweeps over keys", deployment.Machine("keys"), SwitchOn, _ => "; tomorrow's sweep catches up with what this one missed.");

    public static WatchedMachine OfRotations(Deployment deployment) =>
        new("Deploy keys", deployment.Machine("deploy-keys"), SwitchOn, _ => "; tomorrow's run, or gatehouse keys rotate <user>, finishes what this one began.");

    private const string SwitchOn = "Write \"sweepKeys\": true into cdk.json and deploy.";
}

/// <summary>A run as Step Functions describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Step Functions' own word: <c>FAILED</c>.</param>
/// <param name="Started">When it began.</param>
/// <param name="Why">What ended it; null where nothing did.</param>
internal sealed record LastRun(string Name, string Status, DateTimeOffset Started, string? Why = null);
