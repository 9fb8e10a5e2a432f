using Amazon.Lambda.Annotations;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Tests.Functions;

/// <summary>Functions of every plain shape, run by the tests as a process under a Runtime API of their own.</summary>
public sealed class SampleFunctions(Greeter greeter)
{
    [LambdaFunction]
    public string Greet(Guest guest) => greeter.Greet(guest.Name);

    [LambdaFunction(ResourceName = "GreetSlowly")]
    public async Task<Greeting> GreetAsync(Guest guest, ILambdaContext context, [FromServices] Visit visit)
    {
        await Task.Yield();
        return new Greeting(greeter.Greet(guest.Name), visit.Number, context.AwsRequestId);
    }

    [LambdaFunction]
    public static void Ignore(ScheduledEvent scheduled) => Console.WriteLine($"ignored {scheduled.Source}");

    [LambdaFunction]
    public static Task Refuse(Guest guest) => throw new GuestRefusedException($"{guest.Name} is not on the list");

    [LambdaFunction]
    public static string Wake() => "awake";
}
