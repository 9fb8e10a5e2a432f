using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the state machine exists, and how its last run ended.</summary>
internal sealed class MachineCheck(Deployment deployment) : ICheck
{
    public string Name => "Runs";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var machine = deployment.Settings.Machine;
        try
        {
            var listed = await deployment.Room<IAmazonStepFunctions>().ListExecutionsAsync(
                new ListExecutionsRequest { StateMachineArn = machine, MaxResults = 10 }, cancellationToken);
            return [Judge([.. (listed.Executions ?? []).Select(run => new LastRun(run.Name, run.Status?.Value ?? "", new DateTimeOffset(run.StartDate ?? DateTime.MinValue, TimeSpan.Zero)))])];
        }
        catch (StateMachineDoesNotExistException)
        {
            return [Diagnosis.Wrong($"there is no state machine {machine}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE.")];
        }
    }

    public static Diagnosis Judge(IReadOnlyList<LastRun> runs) => runs.OrderByDescending(run => run.Started).FirstOrDefault() switch
    {
        null => Diagnosis.Note("the state machine is there, and has run nothing yet", "Merge a pull request, or switch the hourly run on."),
        { Status: "FAILED" or "TIMED_OUT" or "ABORTED" } last => Diagnosis.Wrong(
            $"the last run, {last.Name}, ended {last.Status}", $"Read why in Slack or its pull request, mend that, then: gatehouse replay {last.Name}"),
        { } last => Diagnosis.Fine($"the last run, {Words.ShortRun(last.Name)}, of {Words.Minute(last.Started)} UTC: {last.Status}"),
    };
}

/// <summary>A run as Step Functions lists it.</summary>
internal sealed record LastRun(string Name, string Status, DateTimeOffset Started);
