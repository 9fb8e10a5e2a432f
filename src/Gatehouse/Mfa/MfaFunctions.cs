using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Mfa;

/// <summary>The tasks of the <c>mfa</c> state machine (cdk/Workflows/mfa.asl.json). Each is safe to run twice.</summary>
public sealed class MfaFunctions(ILogger<MfaFunctions> log)
{
    [LambdaFunction]
    public async Task<MfaSweepSummary> SweepMfa(MfaSweepRequest request, [FromServices] MfaSweep sweep)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return await sweep.FindAsync(run, request.Input, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<MfaExamineResult> ExamineMfa(MfaExamineRequest request, [FromServices] MfaApply apply)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Person.Value);
        var examined = await apply.ExamineAsync(request.Person, run.Name, request.Known(), CancellationToken.None);
        return new MfaExamineResult([.. examined.Changes.Select(change => change.Key)]);
    }

    [LambdaFunction]
    public async Task ReportMfa(MfaReportRequest request, [FromServices] MfaReport report)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        await report.PublishAsync(run, CancellationToken.None);
    }
}
