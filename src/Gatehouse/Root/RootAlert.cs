using System.Text.Json.Serialization;
using Gatehouse.Register;

namespace Gatehouse.Root;

/// <summary>One message that must reach the channel of root accounts: what happened, and all that was known of it when the alert was made.</summary>
/// <param name="Event">What happened.</param>
public sealed record RootAlert(RootEvent Event)
{
    /// <summary>What people call the account; null where <c>gatehouse.json</c> has no name for it, or could not be read.</summary>
    public string? AccountName { get; init; }

    /// <summary>Why the account's name could not be looked up; null where it could.</summary>
    public string? NamesUnread { get; init; }

    /// <summary>What announces it; null for nothing.</summary>
    public RootNotice? Notice { get; init; }

    /// <summary>Why nobody knows whether it was announced; null where the notices were read.</summary>
    public string? NoticesUnread { get; init; }

    /// <summary>Of a completed password reset: when it was asked for; null where no request is known.</summary>
    public DateTimeOffset? RequestedAt { get; init; }

    /// <summary>Of a request: when its reset was completed, where that was heard first.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Of a request that nobody completed: for how many minutes. The alert is about that then, and the request has had its own.</summary>
    public int? OpenFor { get; init; }

    /// <summary>Tells this alert from every other: a request and its being open are two.</summary>
    [JsonIgnore]
    public string Id => OpenFor is null ? Event.Id : $"{Event.Id}-open";

    /// <summary>Whether it is told loudly: nobody announced it, or nobody knows.</summary>
    [JsonIgnore]
    public bool IsLoud => Notice is null;
}
