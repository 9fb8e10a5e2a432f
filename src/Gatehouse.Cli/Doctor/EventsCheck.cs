using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Deployments.Questions;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the events of MFA devices and root users find their way: the rules of us-east-1, the home region's bus, and who is let in there.</summary>
internal sealed class EventsCheck(Deployment deployment, EventQuestions ask) : ICheck
{
    /// <summary>The last words of the forwarding rules' names; cdk/Constructs/WatchedEvents.cs makes them.</summary>
    public static readonly IReadOnlyList<string> Forwarded = ["mfa-devices", "root-sign-in", "root-credentials", "heartbeat", "leaked-keys"];

    private const string Deploy = "npx cdk deploy GatehouseStack GlobalEventsStack";

    public string Name => "Events";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var home = deployment.Settings.HomeRegion;
        var policy = await ask.BusPolicyAsync(home, deployment.Name, cancellationToken);
        if (policy is null)
        {
            return [Diagnosis.Wrong($"there is no event bus {deployment.Name} in {home}: no event of an MFA device or a root user arrives", Deploy)];
        }

        var rules = new List<ForwardingRule>();
        foreach (var rule in Forwarded.Select(name => $"{deployment.Name}-{name}"))
        {
            var state = await ask.RuleStateAsync(TrailCheck.Region, EventQuestions.DefaultBus, rule, cancellationToken);
            rules.Add(new ForwardingRule(rule, state, state is null ? [] : await ask.TargetsAsync(TrailCheck.Region, EventQuestions.DefaultBus, rule, cancellationToken)));
        }

        return [.. Judge(rules, $":{home}:{deployment.Caller.Account}:event-bus/{deployment.Name}"), .. Admitted(deployment.Name, policy, deployment.Cdk?.Find("organization"))];
    }

    /// <param name="rules">The rules of us-east-1.</param>
    /// <param name="bus">How the ARN of the home region's bus ends.</param>
    public static IReadOnlyList<Diagnosis> Judge(IReadOnlyList<ForwardingRule> rules, string bus)
    {
        var found = rules.Select(rule => rule switch
        {
            { State: null } => Diagnosis.Wrong($"there is no rule {rule.Name} in {TrailCheck.Region}: its events do not arrive", Deploy),
            { State: not "ENABLED" } => Diagnosis.Wrong($"the rule {rule.Name} in {TrailCheck.Region} is {rule.State}: its events do not arrive", $"aws events enable-rule --region {TrailCheck.Region} --name {rule.Name}"),
            _ when !rule.Targets.Any(target => target.EndsWith(bus, StringComparison.Ordinal)) => Diagnosis.Wrong($"the rule {rule.Name} in {TrailCheck.Region} does not lead to the home region's bus", Deploy),
            _ => null,
        }).OfType<Diagnosis>().ToList();
        return found.Count > 0 ? found : [Diagnosis.Fine($"{rules.Count} rules in {TrailCheck.Region} forward to the home region's bus")];
    }

    /// <param name="bus">The home region's bus.</param>
    /// <param name="policy">Its policy, empty where it has none.</param>
    /// <param name="organization">The organisation that the deployment is to take events from; null for none.</param>
    public static IEnumerable<Diagnosis> Admitted(string bus, string policy, string? organization)
    {
        if (organization is null)
        {
            yield return policy.Length == 0
                ? Diagnosis.Note("only this account's root user is watched", "To watch other accounts, write \"organization\": \"o-…\" into cdk.json, deploy, and deploy the MemberAccountStack to them.")
                : Diagnosis.Wrong($"the bus {bus} lets somebody in, and the deployment means nobody", $"Look at it: aws events describe-event-bus --name {bus}. Then: {Deploy}");
        }
        else
        {
            yield return policy.Contains($"\"{organization}\"", StringComparison.Ordinal)
                ? Diagnosis.Fine($"the bus {bus} takes events from {organization}")
                : Diagnosis.Wrong($"the bus {bus} does not let {organization} in: other accounts' root events do not arrive", Deploy);
        }
    }
}

/// <summary>A rule that forwards.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>ENABLED</c> or <c>DISABLED</c>; null where it does not exist.</param>
/// <param name="Targets">The ARNs that it leads to.</param>
internal sealed record ForwardingRule(string Name, string? State, IReadOnlyList<string> Targets);
