using System.Globalization;
using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Gatehouse.Cli.Deployments;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Cli.Runs;

/// <summary>Starts a membership run that nobody merged anything for: the schedule's work, now, under a name that says why.</summary>
internal static class HandRun
{
    /// <summary>A name that no other run has: <c>restore-20261128T090000Z</c>.</summary>
    public static string Name(string why, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{why}-{at.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}");

    public static Task StartAsync(Deployment deployment, string name, CancellationToken cancellationToken) =>
        deployment.Room<IAmazonStepFunctions>().StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = deployment.Settings.Machine,
                Name = name,
                Input = JsonSerializer.Serialize(new RunInput(RunInput.Schedule), GatehouseJson.Default.RunInput),
            },
            cancellationToken);
}
