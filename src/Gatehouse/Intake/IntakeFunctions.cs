using System.Net;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.APIGateway;
using Amazon.Lambda.APIGatewayEvents;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Intake;

/// <summary>
/// The front door: a GitHub delivery becomes one run, once.
/// <list type="table">
/// <listheader><term>delivery, in this order</term><description>answer</description></listheader>
/// <item><term>over 4 MB decoded</term><description>413</description></item>
/// <item><term>signature missing, malformed or wrong, or no secret set</term><description>401 with no hint</description></item>
/// <item><term>signed, not JSON or not what GitHub sends</term><description>400 with what is wrong</description></item>
/// <item><term>signed, not ours (a ping, another event, repository, branch or label, closed unmerged)</term><description>202 with the reason</description></item>
/// <item><term>a merge, a pull request to plan, or a leaked secret of AWS, whose run is there already</term><description>202 with the run's name</description></item>
/// <item><term>a merge, a pull request to plan, or a leaked secret of AWS</term><description>202 with the name of the run that was started</description></item>
/// </list>
/// </summary>
public sealed partial class IntakeFunctions(WebhookSecrets secrets, Recognition recognition, RunStarter merges, PreviewStarter previews, LeakStarter leaks, Metrics metrics, ILogger<IntakeFunctions> log)
{
    // GitHub waits 10 seconds; an answer after that is a failed delivery that in truth was taken.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    [LambdaFunction]
    [HttpApi(LambdaHttpMethod.Post, "/github/webhook")]
    public async Task<IHttpResult> ReceiveWebhook(APIGatewayHttpApiV2ProxyRequest request)
    {
        if (Delivery.IsTooLarge(request))
        {
            Log.TooLarge(log);
            return HttpResults.NewResult(HttpStatusCode.RequestEntityTooLarge, "A delivery may have 4 MB.");
        }

        using var patience = new CancellationTokenSource(Patience);
        var delivery = Delivery.Of(request);
        var verdict = await secrets.JudgeAsync(delivery, patience.Token);
        return verdict == SignatureVerdict.Valid ? await TakeAsync(delivery, patience.Token) : Refuse(verdict);
    }

    private async Task<IHttpResult> TakeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var recognised = delivery.Check() ?? recognition.Of(delivery.Event, delivery.Body.Span);
        using var about = log.About(delivery.Id, pullRequest: (recognised as MergeOf)?.PullRequest ?? (recognised as PreviewOf)?.PullRequest);
        return recognised switch
        {
            MergeOf merge => Answer(merge, await merges.StartAsync(merge, delivery.Id, cancellationToken)),
            PreviewOf preview => Answer(preview, await previews.StartAsync(preview, delivery.Id, cancellationToken)),
            LeakOf leak => Answer(leak, await leaks.StartAsync(leak, delivery.Body, cancellationToken)),
            NotOurs notOurs => Pass(notOurs),
            Malformed malformed => Reject(malformed),
            _ => throw new NotSupportedException($"Nobody answers {recognised.GetType().Name}: add it here."),
        };
    }

    private IHttpResult Answer(Recognised recognised, StartedRun run)
    {
        metrics.Count((Metrics.DeliveriesAccepted, 1));
        if (run.Already)
        {
            Log.AlreadyStarted(log, recognised, run.Name);
            return HttpResults.Accepted($"{run.Name} is there already; nothing was started.");
        }

        Log.Started(log, recognised, run.Name);
        return HttpResults.Accepted($"Started {run.Name}.");
    }

    private IHttpResult Pass(NotOurs notOurs)
    {
        Log.NotOurs(log, notOurs.Reason);
        return HttpResults.Accepted($"Not ours: {notOurs.Reason}.");
    }

    private IHttpResult Reject(Malformed malformed)
    {
        Log.Malformed(log, malformed.What);
        return HttpResults.BadRequest(malformed.What);
    }

    private IHttpResult Refuse(SignatureVerdict verdict)
    {
        metrics.Count((Metrics.SignatureFailures, 1));
        if (verdict == SignatureVerdict.SecretUnset)
        {
            Log.SecretUnset(log);
        }
        else
        {
            Log.Refused(log, verdict);
        }

        return HttpResults.Unauthorized();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A delivery over 4 MB was refused unread")]
        public static partial void TooLarge(ILogger logger);

        [LoggerMessage(LogLevel.Critical, "The webhook secret is unset, so every delivery is refused: put a value into the secret and into GitHub's webhook settings")]
        public static partial void SecretUnset(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "A delivery was refused: its signature is {Verdict}")]
        public static partial void Refused(ILogger logger, SignatureVerdict verdict);

        [LoggerMessage(LogLevel.Warning, "A signed delivery cannot be read: {What}")]
        public static partial void Malformed(ILogger logger, string what);

        [LoggerMessage(LogLevel.Information, "A delivery is not ours: {Reason}")]
        public static partial void NotOurs(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Information, "The {What} has its run {Run} already; nothing was started")]
        public static partial void AlreadyStarted(ILogger logger, Recognised what, string run);

        [LoggerMessage(LogLevel.Information, "The {What} started the run {Run}")]
        public static partial void Started(ILogger logger, Recognised what, string run);
    }
}
