using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.Events;

/// <summary>Gives a target of a rule or schedule its input: a function, a state machine or a queue.</summary>
public sealed class EventTargets(World world)
{
    private readonly InvokeApi invoke = new(world);

    /// <summary>Answers the execution that it started, when the target is a state machine.</summary>
    public async Task<string?> RunAsync(string arn, string region, string input, CancellationToken cancellation)
    {
        switch (arn.Split(':'))
        {
            case [_, _, "lambda", ..]:
                invoke.InBackground(Function(arn, region), Encoding.UTF8.GetBytes(input));
                return null;
            case [_, _, "states", var where, ..]:
                var started = await world.Moto.JsonAsync("states", where, "AWSStepFunctions.StartExecution",
                    new JsonObject { ["stateMachineArn"] = arn, ["input"] = input, ["name"] = Randomness.Identity().ToString() }, cancellation);
                return (string?)started["executionArn"];
            case [_, _, "sqs", var where, var account, var queue]:
                await world.Moto.JsonAsync("sqs", where, "AmazonSQS.SendMessage",
                    new JsonObject { ["QueueUrl"] = $"https://sqs.{where}.amazonaws.com/{account}/{queue}", ["MessageBody"] = input }, cancellation);
                world.Queues.Wake(arn);
                return null;
            default:
                throw new NotSupportedException($"The local world does not know how to run the target {arn}.");
        }
    }

    public FunctionConfiguration Function(string arn, string region) => world.Functions.Find(arn, region) ?? throw new InvalidOperationException($"No function {arn} is deployed.");
}
