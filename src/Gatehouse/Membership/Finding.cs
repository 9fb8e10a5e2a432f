using System.Text.Json.Serialization;
using Gatehouse.Ledger;

namespace Gatehouse.Membership;

/// <summary>Something that a run saw and only names. Each is told once for as long as it lasts.</summary>
/// <param name="Kind">What sort it is; a report tells those of one kind together.</param>
/// <param name="Subject">Whom or what it is about: a user name, a commit, an address of a reset file.</param>
/// <param name="What">What was seen, where the kind alone does not say it: <c>was put into Auditors</c>.</param>
public sealed record Finding(FindingKind Kind, string Subject, string What = "") : IFinding
{
    [JsonIgnore]
    public string Sort => Kind.ToString();

    /// <inheritdoc/>
    public string Key => $"{Subject.ToLowerInvariant()}#{What}";

    /// <summary>Somebody revoked by hand is named again each day, until a pull request follows.</summary>
    [JsonIgnore]
    public bool EachDay => Kind is FindingKind.Held;

    /// <summary>Whether it is about the merge that started a run: that nobody reviewed it, or a reset that it asked for.</summary>
    public bool IsOf(RunInput input) => Kind switch
    {
        FindingKind.Unreviewed => Subject == $"#{input.PullRequest}" || Subject == input.MergeCommit,
        FindingKind.UnknownReset => input.MergeCommit is { Length: >= 10 } merge && What.Contains(merge[..10], StringComparison.Ordinal),
        _ => false,
    };
}

/// <summary>The sorts of findings.</summary>
public enum FindingKind
{
    /// <summary>A managed user whom somebody changed by hand.</summary>
    ChangedByHand,

    /// <summary>An IAM user without our tag, whom the register does not list.</summary>
    NotManaged,

    /// <summary>A person of the register whose IAM user somebody deleted.</summary>
    Missing,

    /// <summary>Somebody revoked by hand whom the register still lists: a pull request must follow.</summary>
    Held,

    /// <summary>A change of the protected branch that no reviewed pull request brought.</summary>
    Unreviewed,

    /// <summary>An address of a reset file that fits no managed user.</summary>
    UnknownReset,

    /// <summary>A managed user whom AWS has put its own quarantine on, because a key of theirs leaked.</summary>
    QuarantinedByAws,
}
