using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Deployments.Questions;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the schedules are on: they heal what a lost event missed, and end what must end by time.</summary>
internal sealed class ScheduleCheck(Deployment deployment, EventQuestions ask) : ICheck
{
    public string Name => "Schedules";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        return
        [
            await LookAsync("reconcile", "reconcile", deployment.Settings.Reconcile, "a lost webhook, a leaver's deletion and an unused password wait for the next merge", cancellationToken),
            await LookAsync("sweep-mfa", "watch", deployment.Cdk?.Find("watch") == "on", "an MFA device whose event was lost, and people without MFA, are not found", cancellationToken),
            await LookAsync("mfa-grace", "watch", deployment.Cdk?.Find("watch") == "on", "an MFA device whose announced time is up stays", cancellationToken),
            await LookAsync("sweep-keys", "sweepKeys", deployment.Cdk?.Find("sweepKeys") == "on", "nobody is told that an access key is old, and none is made inactive", cancellationToken),
            await LookAsync("deploy-keys", "sweepKeys", deployment.Cdk?.Find("sweepKeys") == "on", "deploy keys are rotated only when somebody asks, and interrupted rotations wait", cancellationToken),
        ];
    }

    public static Diagnosis Judge(string rule, string? state, bool meant, string setting, string missed) => (state, meant) switch
    {
        ("ENABLED", _) => Diagnosis.Fine($"the rule {rule} is on"),
        (null, _) => Diagnosis.Wrong($"there is no rule {rule}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE."),
        (_, true) => Diagnosis.Wrong($"the rule {rule} is {state}, and the deployment means it to be on", "Switch it on in EventBridge, or deploy again."),
        _ => Diagnosis.Note($"the rule {rule} is off: {missed}", $"Once its work is wanted, write \"{setting}\": true into cdk.json and deploy."),
    };

    private async Task<Diagnosis> LookAsync(string name, string setting, bool meant, string missed, CancellationToken cancellationToken)
    {
        var rule = $"{deployment.Name}-{name}";
        return Judge(rule, await ask.RuleStateAsync(deployment.Settings.HomeRegion, EventQuestions.DefaultBus, rule, cancellationToken), meant, setting, missed);
    }
}
