using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Root;

/// <summary>Tells the mailing list that the daily heartbeat found Slack closed: an alert about a root user would not arrive there. Pure.</summary>
internal static class RootHeartbeatMail
{
    private const string Title = "Alerts about root accounts would not reach Slack";

    /// <param name="channel">The channel that they should reach.</param>
    /// <param name="why">What Slack, or the reading of its address, answered.</param>
    public static Mail Write(string channel, string why) => Mail.Of(Title,
    [
        new Block.Title(Title),
        new Block.Paragraph($"Once a day Gatehouse tries whether an alert about a root account would reach {Code(channel)}. Today it would not:"),
        new Block.Paragraph($"{Code(why)}"),
        new Block.Heading("What to do now"),
        new Block.Steps(
            $"See that the channel exists and is not archived, and that its incoming webhook has not been removed.",
            $"Where the webhook has a new address, put it into the Slack secret under {Code(channel)}.",
            $"Try it at once with the command below, in the base account. No new mail within a few minutes means that the way is open."),
        new Block.Paste($"{RootHeartbeat.PutNow}"),
        new Block.Paragraph($"Today's heartbeat also comes again each minute by itself, for some minutes and without another mail. Once Slack takes it, the way counts as open again."),
        new Block.Paragraph($"Until then, alerts about root accounts come to this list by mail, some minutes late, and are posted in Slack once it takes them. Nothing is lost."),
    ]);
}
