namespace Gatehouse.Slack;

/// <summary>Says something in a Slack channel. Every channel has an address of its own, because Slack binds incoming webhooks to one channel each.</summary>
public interface ISlack
{
    /// <summary>Posts to a channel, named with its <c>#</c>; one without an address in the Slack secret is <see cref="SlackChannelUnknownException"/>.</summary>
    Task PostAsync(string channel, string text, CancellationToken cancellationToken);
}
