namespace Gatehouse.Slack;

/// <summary>Slack cannot answer now: it is down, slow, or limits our rate. The address is never part of the message.</summary>
public sealed class SlackUnavailableException(string message) : Exception(message)
{
    /// <summary>After how long Slack takes the next message, where it limits our rate and says so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Slack refused the message: the channel is archived, say, or the address was revoked.</summary>
public sealed class SlackRefusedException(string message) : Exception(message)
{
    /// <summary>Whether it is this message that Slack refused, and it may take another; not the address or the channel.</summary>
    public bool IsAboutTheMessage { get; init; }
}

/// <summary>The Slack secret has no address for this channel.</summary>
public sealed class SlackChannelUnknownException(string channel, IEnumerable<string> known) : Exception(
    $"No address for the channel {channel} in the Slack secret, which has {Listed(known)}. Add one as \"{channel}\": \"https://hooks.slack.com/…\".")
{
    private static string Listed(IEnumerable<string> known) => string.Join(", ", known) is { Length: > 0 } names ? names : "none";
}
