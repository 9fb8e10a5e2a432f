using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Membership;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the state machine exists, and how its last run ended.</summary>
internal sealed class MachineCheck(Deployment deployment) : ICheck
{
    /// <summary>The most characters of what ended a run: a broken register may have much to say.</summary>
    private const int MostWords = 400;

    public string Name => "Runs";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var machine = deployment.Settings.Machine;
        try
        {
            var listed = await deployment.Room<IAmazonStepFunctions>().ListExecutionsAsync(
                new ListExecutionsRequest { StateMachineArn = machine, MaxResults = 10 }, cancellationToken);
            var last = (listed.Executions ?? []).MaxBy(run => run.StartDate);
            return [Judge(last is null ? null : await ReadAsync(last, cancellationToken))];
        }
        catch (StateMachineDoesNotExistException)
        {
            return [Diagnosis.Wrong($"there is no state machine {machine}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE.")];
        }
    }

    public static Diagnosis Judge(LastRun? run) => run switch
    {
        null => Diagnosis.Note("the state machine is there, and has run nothing yet", "Merge a pull request, or switch the hourly run on."),
        { Status: "FAILED" or "TIMED_OUT" or "ABORTED" } last => Diagnosis.Wrong(
            $"the last run, {last.Name}, ended {last.Status}{(last.Why is null ? "" : $": {last.Why}")}", $"Mend that, then: gatehouse replay {last.Name}"),
        { } last => Diagnosis.Fine($"the last run, {Words.ShortRun(last.Name)}, of {Words.Minute(last.Started)} UTC: {last.Status}"),
    };

    private async Task<LastRun> ReadAsync(ExecutionListItem listed, CancellationToken cancellationToken)
    {
        var run = await deployment.Room<IAmazonStepFunctions>().DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = listed.ExecutionArn }, cancellationToken);
        var why = run.Error is { Length: > 0 } error ? $"{error}: {new RunError(error, run.Cause).Message()}" : null;
        return new LastRun(run.Name, run.Status?.Value ?? "", new DateTimeOffset(run.StartDate ?? DateTime.MinValue, TimeSpan.Zero), why is { Length: > MostWords } ? $"{why[..MostWords]}…" : why);
    }
}

/// <summary>A run as Step Functions describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">Step Functions' own word: <c>FAILED</c>.</param>
/// <param name="Started">When it began.</param>
/// <param name="Why">What ended it; null where nothing did.</param>
internal sealed record LastRun(string Name, string Status, DateTimeOffset Started, string? Why = null);
