using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Rotation;

/// <summary>The tasks of the <c>deploy-keys</c> state machine (cdk/Workflows/deploy-keys.asl.json). Each is safe to run twice.</summary>
public sealed class RotationFunctions(ILogger<RotationFunctions> log)
{
    [LambdaFunction]
    public async Task<RotationsFound> FindRotations(FindRotationsRequest request, [FromServices] RotationSearch search)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return await search.FindAsync(run, request.Input, CancellationToken.None);
    }

    /// <summary>Makes a key and writes both secrets, in one invocation, so that the secret leaves it only sealed.</summary>
    [LambdaFunction]
    public async Task<RotationState> ReplaceDeployKey(RotationRequest request, [FromServices] KeyReplacement replacement)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Item.Machine.User.Value);
        return await replacement.ReplaceAsync(run, request.Item, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<RotationState> TestDeployKey(RotationRequest request, [FromServices] KeyTest test)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Item.Machine.User.Value);
        return await test.TestAsync(run, request.Item, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<RotationState> RetireDeployKey(RotationRequest request, [FromServices] KeyRetirement retirement)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Item.Machine.User.Value);
        return await retirement.RetireAsync(run, request.Item, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task GiveUpRotation(GiveUpRotationRequest request, [FromServices] RotationGiveUp giveUp)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Item.Machine.User.Value);
        await giveUp.RecordAsync(run, request, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<ReportRotationsResult> ReportRotations(ReportRotationsRequest request, [FromServices] RotationReport report)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return new ReportRotationsResult(await report.PublishAsync(run, request.Error, CancellationToken.None));
    }
}
