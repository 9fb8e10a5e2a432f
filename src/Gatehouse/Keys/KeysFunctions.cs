using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>The tasks of the <c>keys</c> state machine (cdk/Workflows/keys.asl.json). Each is safe to run twice.</summary>
public sealed class KeysFunctions(ILogger<KeysFunctions> log)
{
    [LambdaFunction]
    public Task<KeysBegun> BeginKeys(BeginKeysRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task AssessKeys(AssessKeysRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<KeysSummary> PlanKeys(PlanKeysRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<ApplyKeysResult> ApplyKeys(ApplyKeysRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task GiveUpKeys(GiveUpKeysRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<ReportKeysResult> ReportKeys(ReportKeysRequest request) => throw NotYet(request.Run);

    private NotSupportedException NotYet(string run)
    {
        using var about = log.About(run: new RunId(run).Name);
        return new NotSupportedException("not built yet");
    }
}
