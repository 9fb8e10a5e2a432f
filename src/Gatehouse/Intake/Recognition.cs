using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.GitHub;
using Gatehouse.Membership;

namespace Gatehouse.Intake;

/// <summary>What a signed delivery turned out to be. The hierarchy is closed.</summary>
public abstract record Recognised;

/// <summary>A merge of the protected branch of our repository.</summary>
public sealed record MergeOf(int PullRequest, string MergeCommit) : Recognised
{
    public override string ToString() => $"merge of #{PullRequest} as {MergeCommit}";
}

/// <summary>Something that changes what merging a pull request into the protected branch of our repository would do, or who allows it.</summary>
/// <param name="PullRequest">Its number.</param>
/// <param name="Head">The commit at its head when that happened.</param>
/// <param name="Action"><c>opened</c>, <c>reopened</c>, <c>synchronize</c>, <c>edited</c>, or, of our label alone, <c>labeled</c> or <c>unlabeled</c>.</param>
public sealed record PreviewOf(int PullRequest, string Head, string Action) : Recognised
{
    public override string ToString() => $"plan of #{PullRequest}, {Action} at {Head}";
}

/// <summary>Secret scanning found a secret of AWS in a repository: whichever it is, because the hook's signature proves that it is ours.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Alert">The alert's number there.</param>
/// <param name="Action"><c>created</c>, <c>reopened</c>, <c>publicly_leaked</c> or <c>validated</c>.</param>
public sealed record LeakOf(string Repository, int Alert, string Action) : Recognised
{
    public override string ToString() => $"alert {Alert} of {Repository}, {Action}";
}

/// <summary>Signed, and nothing for us to do.</summary>
public sealed record NotOurs(string Reason) : Recognised;

/// <summary>Signed, and not what GitHub sends.</summary>
public sealed record Malformed(string What) : Recognised;

/// <summary>
/// Tells what a signed delivery is. Pure.
/// <list type="table">
/// <listheader><term>event and body</term><description>recognised as</description></listheader>
/// <item><term>not JSON, or a needed field is missing or of another kind</term><description>Malformed</description></item>
/// <item><term><c>ping</c>, or an event other than these two</term><description>NotOurs</description></item>
/// <item><term><c>secret_scanning_alert</c> of any repository, created, reopened, publicly leaked or validated, about a secret of AWS</term><description>LeakOf</description></item>
/// <item><term><c>secret_scanning_alert</c> with another action, or about another secret</term><description>NotOurs</description></item>
/// <item><term><c>pull_request</c> of another repository, compared without case</term><description>NotOurs</description></item>
/// <item><term>closed without merging (which carries a merge commit too), or merged into another branch</term><description>NotOurs</description></item>
/// <item><term>merged into the protected branch</term><description>MergeOf</description></item>
/// <item><term>opened, reopened or pushed to, against the protected branch</term><description>PreviewOf</description></item>
/// <item><term>labeled or unlabeled with <c>gatehouse:allow-removals</c>, against the protected branch, also once merged</term><description>PreviewOf</description></item>
/// <item><term>edited so that its base is, or was, the protected branch</term><description>PreviewOf</description></item>
/// <item><term>another label, another edit, another branch, another action</term><description>NotOurs</description></item>
/// </list>
/// </summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Branch">The protected branch, with its case.</param>
public sealed partial record Recognition(string Repository, string Branch)
{
    public Recognised Of(string @event, ReadOnlySpan<byte> body)
    {
        try
        {
            return @event switch
            {
                "pull_request" => Of(JsonSerializer.Deserialize(body, DeliveryJson.Default.PullRequestEvent)),
                "secret_scanning_alert" => Of(JsonSerializer.Deserialize(body, DeliveryJson.Default.SecretAlertEvent)),
                _ => Other(@event, body),
            };
        }
        catch (JsonException broken)
        {
            // The exception's own message may quote the body; its path and line do not.
            return new Malformed($"The body is not the JSON of a {@event} event (at {broken.Path ?? "$"}). Set the webhook's content type to application/json.");
        }
    }

    private Recognised Of(PullRequestEvent? delivered) => delivered switch
    {
        { Action: null } or null => Without("action"),
        { Repository.FullName: null or "" } or { Repository: null } => Without("repository.full_name"),
        _ when !Repository.Equals(delivered.Repository.FullName, StringComparison.OrdinalIgnoreCase) => new NotOurs($"another repository, {delivered.Repository.FullName}"),
        { Action: "opened" or "reopened" or "synchronize" } => Preview(delivered.Action, delivered.PullRequest),
        { Action: "labeled" or "unlabeled" } => IsAllowance(delivered.Label) ? Preview(delivered.Action, delivered.PullRequest) : new NotOurs("another label"),
        { Action: "edited" } => Edited(delivered),
        { Action: "closed" } => Closed(delivered.PullRequest),
        _ => new NotOurs($"pull request {delivered.Action}"),
    };

    private static Recognised Of(SecretAlertEvent? delivered) => delivered switch
    {
        { Action: null } or null => Without("action"),
        { Action: not ("created" or "reopened" or "publicly_leaked" or "validated") } => new NotOurs($"an alert of secret scanning, {delivered.Action}"),
        { Repository.FullName: null } or { Repository: null } => Without("repository.full_name"),
        _ when !RepositoryName().IsMatch(delivered.Repository.FullName) => Without("repository.full_name"),
        { Alert: null } => Without("alert"),
        { Alert.Number: null or <= 0 } => Without("alert.number"),
        // A type that GitHub leaves out is looked up; any other secret is somebody else's to revoke.
        { Alert.SecretType: { } type } when !SecretTypes.MayBeOfAws(type) => new NotOurs($"an alert about another secret, {type}"),
        _ => new LeakOf(delivered.Repository.FullName, delivered.Alert.Number.Value, delivered.Action),
    };

    private Recognised Closed(DeliveredPullRequest? pull) => pull switch
    {
        null => Without("pull_request"),
        { Merged: null } => Without("pull_request.merged"),
        { Merged: false } => new NotOurs("closed without merging"),
        { Base.Ref: null or "" } or { Base: null } => Without("pull_request.base.ref"),
        _ when pull.Base.Ref != Branch => new NotOurs($"a merge of another branch, {pull.Base.Ref}"),
        { Number: null or <= 0 } => Without("pull_request.number"),
        { Number: { } number, MergeCommitSha: { } sha } when Commit().IsMatch(sha) => new MergeOf(number, sha.ToLowerInvariant()),
        _ => Without("pull_request.merge_commit_sha"),
    };

    private Recognised Preview(string action, DeliveredPullRequest? pull, string? baseBefore = null) => pull switch
    {
        null => Without("pull_request"),
        { Base.Ref: null or "" } or { Base: null } => Without("pull_request.base.ref"),
        _ when pull.Base.Ref != Branch && baseBefore != Branch => new NotOurs($"a pull request for another branch, {pull.Base.Ref}"),
        { Number: null or <= 0 } => Without("pull_request.number"),
        { Number: { } number, Head.Sha: { } sha } when Commit().IsMatch(sha) => new PreviewOf(number, sha.ToLowerInvariant(), action),
        _ => Without("pull_request.head.sha"),
    };

    private Recognised Edited(PullRequestEvent delivered) =>
        delivered.Changes?.Base?.Ref?.From is { } before ? Preview(delivered.Action!, delivered.PullRequest, before) : new NotOurs("edited, and not its base");

    /// <summary>GitHub tells no two labels apart by case.</summary>
    private static bool IsAllowance(DeliveredLabel? label) => RemovalGuard.Label.Equals(label?.Name, StringComparison.OrdinalIgnoreCase);

    private static NotOurs Other(string @event, ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            // Read to its end: a signed body that is not JSON is an error of the sender's, whatever the event.
        }

        return new NotOurs(@event == "ping" ? "a ping: the webhook is set up" : "an event that we do not listen to");
    }

    private static Malformed Without(string field) => new($"The event lacks {field}, or it is not what GitHub sends.");

    [GeneratedRegex(@"\A[0-9a-fA-F]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();

    [GeneratedRegex(@"\A[\w.-]+/[\w.-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RepositoryName();
}
