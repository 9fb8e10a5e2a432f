using Amazon.Lambda.Annotations;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>The tasks of the <c>keys</c> state machine (cdk/Workflows/keys.asl.json). Each is safe to run twice.</summary>
public sealed class KeysFunctions(ILogger<KeysFunctions> log)
{
    [LambdaFunction]
    public async Task<KeysBegun> BeginKeys(BeginKeysRequest request, [FromServices] KeysBegin begin)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return await begin.ReadAsync(run, request.Input, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task AssessKeys(AssessKeysRequest request, [FromServices] KeysAssessment assessment)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        await assessment.AssessAsync(run, request.Account, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<KeysSummary> PlanKeys(PlanKeysRequest request, [FromServices] KeysPlanner planner)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return await planner.PlanAsync(run, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<ApplyKeysResult> ApplyKeys(ApplyKeysRequest request, [FromServices] KeysApply apply)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Candidate.Person.Value);
        return await apply.ApplyAsync(run, request.Candidate, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task GiveUpKeys(GiveUpKeysRequest request, [FromServices] KeysGiveUp giveUp)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name, person: request.Candidate?.Person.Value);
        await giveUp.RecordAsync(run, request, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<ReportKeysResult> ReportKeys(ReportKeysRequest request, [FromServices] KeysReport report)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        return new ReportKeysResult(await report.PublishAsync(run, request.Error, CancellationToken.None));
    }
}
