using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Rotation;

/// <summary>The tasks of the <c>deploy-keys</c> state machine (cdk/Workflows/deploy-keys.asl.json). Each is safe to run twice.</summary>
public sealed class RotationFunctions(ILogger<RotationFunctions> log)
{
    [LambdaFunction]
    public Task<RotationsFound> FindRotations(FindRotationsRequest request) => throw NotYet(request.Run);

    /// <summary>Makes a key and writes both secrets, in one invocation, so that the secret leaves it only sealed.</summary>
    [LambdaFunction]
    public Task<RotationState> ReplaceDeployKey(RotationRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<RotationState> TestDeployKey(RotationRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<RotationState> RetireDeployKey(RotationRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task GiveUpRotation(GiveUpRotationRequest request) => throw NotYet(request.Run);

    [LambdaFunction]
    public Task<ReportRotationsResult> ReportRotations(ReportRotationsRequest request) => throw NotYet(request.Run);

    private NotSupportedException NotYet(string run)
    {
        using var about = log.About(run: new RunId(run).Name);
        return new NotSupportedException("not built yet");
    }
}
