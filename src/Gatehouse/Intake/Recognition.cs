using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatehouse.Intake;

/// <summary>What a signed delivery turned out to be. The hierarchy is closed.</summary>
public abstract record Recognised;

/// <summary>A merge of the protected branch of our repository.</summary>
public sealed record MergeOf(int PullRequest, string MergeCommit) : Recognised
{
    public override string ToString() => $"merge of #{PullRequest} as {MergeCommit}";
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
/// <item><term><c>ping</c>, or an event other than <c>pull_request</c></term><description>NotOurs</description></item>
/// <item><term>another repository, compared without case</term><description>NotOurs</description></item>
/// <item><term>an action other than <c>closed</c>, or closed without merging (which carries a merge commit too)</term><description>NotOurs</description></item>
/// <item><term>a merge of another branch</term><description>NotOurs</description></item>
/// <item><term>a merge of the protected branch of our repository</term><description>MergeOf</description></item>
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
            return @event == "pull_request" ? Of(JsonSerializer.Deserialize(body, DeliveryJson.Default.PullRequestEvent)) : Other(@event, body);
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
        { Action: not "closed" } => new NotOurs($"pull request {delivered.Action}, not closed"),
        { PullRequest: null } => Without("pull_request"),
        { PullRequest.Merged: null } => Without("pull_request.merged"),
        { PullRequest.Merged: false } => new NotOurs("closed without merging"),
        { PullRequest.Base.Ref: null or "" } or { PullRequest.Base: null } => Without("pull_request.base.ref"),
        _ when delivered.PullRequest.Base.Ref != Branch => new NotOurs($"a merge of another branch, {delivered.PullRequest.Base.Ref}"),
        { PullRequest.Number: null or <= 0 } => Without("pull_request.number"),
        { PullRequest: { Number: { } number, MergeCommitSha: { } sha } } when Commit().IsMatch(sha) => new MergeOf(number, sha.ToLowerInvariant()),
        _ => Without("pull_request.merge_commit_sha"),
    };

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
}
