using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>The tasks of the <c>leaks</c> state machine (cdk/Workflows/leaks.asl.json). Each is safe to run twice.</summary>
public sealed class LeakFunctions(ILogger<LeakFunctions> log)
{
    [LambdaFunction]
    public async Task<LeakResult> RespondToLeak(LeakRequest request, [FromServices] LeakResponse response)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return await response.RespondAsync(run, request.Input, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task GiveUpLeak(GiveUpLeakRequest request, [FromServices] LeakGiveUp giveUp)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        await giveUp.TellAsync(run, request, CancellationToken.None);
    }
}
