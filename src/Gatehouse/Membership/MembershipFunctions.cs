using Amazon.Lambda.Annotations;
using Gatehouse.Ledger;
using Gatehouse.Membership.Notices;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>The tasks of the <c>membership</c> state machine (cdk/Workflows/membership.asl.json). Each is safe to run twice.</summary>
public sealed class MembershipFunctions(ILogger<MembershipFunctions> log)
{
    [LambdaFunction]
    public async Task LockMembership(LockRequest request, [FromServices] RunLock runLock)
    {
        var run = new RunId(request.Run);
        using var about = log.About(run: run.Name);
        await runLock.TakeAsync(run, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<PlanSummary> PlanMembership(PlanRequest request, [FromServices] Planner planner)
    {
        var run = new RunId(request.Run);
        using var about = log.About(request.Input.Delivery, run.Name, request.Input.PullRequest);
        return await planner.PlanAsync(run, request.Input, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<ChangeResult> ApplyMembershipChange(ChangeRequest request, [FromServices] MembershipApply apply)
    {
        var run = new RunId(request.Run);
        using var about = About(run, request.Planned, request.Delivery);
        return await apply.ApplyAsync(run, request.Planned, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task WelcomePerson(ChangeRequest request, [FromServices] WelcomeApply welcome)
    {
        var run = new RunId(request.Run);
        using var about = About(run, request.Planned, request.Delivery);
        await welcome.SendAsync(run, request.Planned, request.SignIn, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task NotifyPerson(ChangeRequest request, [FromServices] NoticeApply notices)
    {
        var run = new RunId(request.Run);
        using var about = About(run, request.Planned, request.Delivery);
        await notices.SendAsync(run, request.Planned, request.SignIn, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task GiveUpChange(GiveUpRequest request, [FromServices] GiveUpApply giveUp)
    {
        var run = new RunId(request.Run);
        using var about = About(run, request.Planned, request.Delivery);
        await giveUp.RecordAsync(run, request, CancellationToken.None);
    }

    [LambdaFunction]
    public async Task<ReportResult> ReportMembership(ReportRequest request, [FromServices] ReportApply report)
    {
        var run = new RunId(request.Run);
        using var about = log.About(request.Input.Delivery, run.Name, request.Input.PullRequest);
        return new ReportResult(await report.PublishAsync(run, request.Input, request.Error, CancellationToken.None));
    }

    private IDisposable? About(RunId run, PlannedChange planned, string? delivery) =>
        log.About(delivery, run.Name, pullRequest: planned.Because.PullRequest, person: planned.Change.Person.Value);
}
