using Amazon.Lambda.Annotations;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership.Preview;

/// <summary>The tasks of the <c>preview</c> state machine (cdk/Workflows/preview.asl.json). Each is safe to run twice.</summary>
public sealed class PreviewFunctions(ILogger<PreviewFunctions> log)
{
    [LambdaFunction]
    public async Task PreviewPullRequest(PreviewRequest request, [FromServices] PreviewApply preview)
    {
        var run = new RunId(request.Run);
        using var about = log.About(request.Input.Delivery, run.Name, request.Input.PullRequest);
        await preview.PublishAsync(run, request.Input, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task SayPreviewFailed(PreviewRequest request, [FromServices] PreviewApply preview)
    {
        var run = new RunId(request.Run);
        using var about = log.About(request.Input.Delivery, run.Name, request.Input.PullRequest);
        await preview.SayFailedAsync(run, request.Input, request.Error!, CancellationToken.None);
    }
}
