using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>The tasks of the <c>leaks</c> state machine (cdk/Workflows/leaks.asl.json). Each is safe to run twice.</summary>
public sealed class LeakFunctions(ILogger<LeakFunctions> log)
{
    [LambdaFunction]
    public Task<LeakResult> RespondToLeak(LeakRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task GiveUpLeak(GiveUpLeakRequest request) => throw NotYet(request.Run);

    private NotSupportedException NotYet(string run)
    {
        using var about = log.About(run: new RunId(run).Name);
        return new NotSupportedException("not built yet");
    }
}
