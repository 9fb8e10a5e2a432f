using System.Text.Json.Serialization;

namespace Gatehouse.Membership;

/// <summary>A change and why it is made: one line of a plan, and one item of the state machine's Map.</summary>
/// <param name="Change">What is done.</param>
/// <param name="Because">Why.</param>
/// <param name="Allowed">The login of whoever allowed a removal by the label, where the guard would have refused it.</param>
public sealed record PlannedChange(MembershipChange Change, Attribution Because, string? Allowed = null)
{
    /// <summary>The welcome that this change brings in a run, or null where it brings none.</summary>
    public string? WelcomeIn(RunId run) => Change switch
    {
        CreateUser create => create.Owed ?? WelcomeId.Of(create.Person, run),
        SendWelcome owed => owed.Welcome,
        RestoreUser restore => restore.Owed ?? WelcomeId.Of(restore.Person, run),
        ResetPassword reset => WelcomeId.Of(reset),
        AdoptUser or AddToGroup or RemoveFromGroup or ExpireFirstPassword or QuarantineUser or DeleteUser or ResetMfa => null,
        _ => throw new UnknownChangeException(Change),
    };

    /// <summary>What the mail of that welcome says of its password.</summary>
    [JsonIgnore]
    public WelcomeKind WelcomeKind => Change switch
    {
        SendWelcome owed => owed.Kind,
        RestoreUser => WelcomeKind.Restored,
        ResetPassword => WelcomeKind.Reset,
        _ => WelcomeKind.First,
    };
}

/// <summary>Why a change is made: the merge that touched its line, or somebody's hand.</summary>
/// <param name="Commit">The commit on the protected branch, 40 hexadecimal digits; null for what was done by hand.</param>
/// <param name="PullRequest">Its pull request; null where the commit was pushed without one, or where the line is older than what was last applied.</param>
/// <param name="MergedBy">The login of whoever merged it.</param>
/// <param name="RequestedBy">The login of the pull request's author.</param>
/// <param name="Requester">The address of whoever asked, where the pull request's body says so as the request form writes it: <c>Requested using … by …</c>.</param>
public sealed record Attribution(string? Commit, int? PullRequest = null, string? MergedBy = null, string? RequestedBy = null, string? Requester = null)
{
    /// <summary>The ARN of whoever did it by hand, with no merge behind it; null for what a merge brought.</summary>
    public string? By { get; init; }

    /// <summary>No merge, and nobody by hand: Gatehouse itself, by what it saw.</summary>
    public static Attribution None { get; } = new((string?)null);

    public static Attribution ByHand(string arn) => new((string?)null) { By = arn };

    /// <summary>Where it was agreed, as words of a mail; null where no pull request is known.</summary>
    public string? RequestedIn(string repository) => PullRequest is { } number ? $"pull request {number} of {repository}" : null;
}

/// <summary>Somebody added a change to the vocabulary and not to this place.</summary>
public sealed class UnknownChangeException(MembershipChange change) : Exception($"No way is known to handle {change.GetType().Name}. Add it to the switch that threw this.");
