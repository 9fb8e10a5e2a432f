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
    public async Task<MfaExamineResult> ExamineMfa(MfaExamineRequest request, [FromServices] MfaExamination examination)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Candidate.Person.Value);
        return await examination.ExamineAsync(run, request.Candidate, request.SignIn, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task GiveUpMfa(MfaGiveUpRequest request, [FromServices] MfaGiveUp giveUp)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Candidate.Person.Value);
        await giveUp.RecordAsync(run, request, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<MfaReportResult> ReportMfa(MfaReportRequest request, [FromServices] MfaReport report)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return new MfaReportResult(await report.PublishAsync(run, request.Error, CancellationToken.None));
    }
}
