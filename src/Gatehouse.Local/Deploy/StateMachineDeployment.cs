using System.Text.Json.Nodes;
using Gatehouse.Local.Moto;

namespace Gatehouse.Local.Deploy;

/// <summary>State machines that moto's CloudFormation makes are never run: this moves each to the part of moto that runs them, under the same ARN.</summary>
public static class StateMachineDeployment
{
    private const string Target = "AWSStepFunctions.";

    public static async Task MoveAsync(MotoClient moto, CancellationToken cancellation)
    {
        var machines = new List<(string Region, JsonNode Definition)>();
        foreach (var region in World.Regions)
        {
            var listed = await moto.JsonAsync("states", region, Target + "ListStateMachines", new JsonObject(), cancellation);
            foreach (var machine in listed["stateMachines"]!.AsArray())
            {
                var arn = (string)machine!["stateMachineArn"]!;
                machines.Add((region, await moto.JsonAsync("states", region, Target + "DescribeStateMachine", new JsonObject { ["stateMachineArn"] = arn }, cancellation)));
            }
        }

        await moto.WorldAsync("/moto-api/config", new JsonObject { ["stepfunctions"] = new JsonObject { ["execute_state_machine"] = true } }, cancellation);
        foreach (var (region, machine) in machines)
        {
            await moto.JsonAsync("states", region, Target + "CreateStateMachine", new JsonObject
            {
                ["name"] = (string)machine["name"]!,
                ["definition"] = (string)machine["definition"]!,
                ["roleArn"] = (string)machine["roleArn"]!,
            }, cancellation);
        }
    }
}
