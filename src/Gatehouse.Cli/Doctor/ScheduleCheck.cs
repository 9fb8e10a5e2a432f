using Gatehouse.Cli.Deployments;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the hourly run is on: it heals what a lost webhook missed, and ends what must end by time.</summary>
internal sealed class ScheduleCheck(Deployment deployment, SignedCall ask) : ICheck
{
    public string Name => "Hourly run";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var rule = $"{deployment.Name}-reconcile";
        return [Judge(rule, await ask.RuleStateAsync(rule, cancellationToken), deployment.Settings.Reconcile)];
    }

    public static Diagnosis Judge(string rule, string? state, bool meant) => (state, meant) switch
    {
        ("ENABLED", _) => Diagnosis.Fine($"the rule {rule} is on"),
        (null, _) => Diagnosis.Wrong($"there is no rule {rule}", "Deploy, or say which deployment is meant: --deployment, --region, AWS_PROFILE."),
        (_, true) => Diagnosis.Wrong($"the rule {rule} is {state}, and the deployment means it to be on", "Switch it on in EventBridge, or deploy again."),
        _ => Diagnosis.Note(
            $"the rule {rule} is off: a lost webhook, a leaver's deletion and an unused password wait for the next merge",
            "Once the register is checked, write \"reconcile\": true into cdk.json and deploy."),
    };
}
