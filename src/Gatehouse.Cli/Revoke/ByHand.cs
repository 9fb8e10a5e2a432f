using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Runs;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Slack;

namespace Gatehouse.Cli.Revoke;

/// <summary>What everything that is done by hand has in common: a line in the trail, and a loud word in Slack.</summary>
/// <param name="deployment">Where it is done, and by whom.</param>
/// <param name="steps">Says it.</param>
/// <param name="verb">What is done, for the name in the trail, which no run has: <c>revoke</c>.</param>
/// <param name="person">Whose access it is about.</param>
/// <param name="reason">Why, in the operator's words; null where none is asked for.</param>
internal sealed class ByHand(Deployment deployment, Steps steps, string verb, UserName person, string? reason)
{
    private readonly DateTimeOffset at = deployment.Clock.GetUtcNow();

    /// <param name="what">What was done, for a reader of the trail.</param>
    /// <param name="failure">Why it was not done whole; null where it was.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Why it could not be recorded; null where it was.</returns>
    public Task<string?> RecordAsync(string what, string? failure, CancellationToken cancellationToken)
    {
        var entry = new AuditEntry(
            HandRun.Name(verb, at),
            person,
            $"{person.Value.ToLowerInvariant()}#{verb}#",
            what,
            failure is null ? Outcome.Applied : Outcome.Failed,
            Attribution.ByHand(deployment.Caller.Arn),
            at,
            failure is null ? reason : $"{reason}. {failure}".TrimStart('.', ' '));
        return steps.TryAsync("write it into the trail", () => deployment.Room<Audit>().RecordAsync(entry, cancellationToken));
    }

    /// <returns>Why Slack was not told; null where it was.</returns>
    public Task<string?> TellSlackAsync(string text, CancellationToken cancellationToken) =>
        steps.TryAsync("say it in Slack", () => deployment.Room<ISlack>().PostAsync(deployment.Settings.Channel, text, cancellationToken));
}
