namespace Gatehouse.Slack;

/// <summary>Says something in a Slack channel. Every channel has an address of its own, because Slack binds incoming webhooks to one channel each.</summary>
public interface ISlack
{
    /// <summary>Posts to a channel, named with its <c>#</c>; one without an address in the Slack secret is <see cref="SlackChannelUnknownException"/>.</summary>
    Task PostAsync(string channel, string text, CancellationToken cancellationToken);
}

/// <summary>Tries whether Slack would take a message for a channel, without one appearing there.</summary>
public interface ISlackDoor
{
    /// <summary>Throws what <see cref="ISlack.PostAsync"/> would where Slack does not know the address, is down, or the channel has none.</summary>
    /// <remarks>Slack refuses a message without text by words of its own once it has accepted the address; any other answer is no proof.</remarks>
    Task ProveAsync(string channel, CancellationToken cancellationToken);
}
