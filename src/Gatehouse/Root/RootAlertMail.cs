using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Root;

/// <summary>Writes an alert as a mail to the list that is told when Slack does not take it in time. Pure.</summary>
internal static class RootAlertMail
{
    /// <param name="alert">What happened.</param>
    /// <param name="channel">Where it should have been read.</param>
    /// <param name="minutes">For how long Slack has not taken it.</param>
    public static Mail Write(RootAlert alert, string channel, int minutes)
    {
        var one = alert.Event;
        var title = $"{(alert.IsLoud ? "Root account alert, not announced" : "Root account alert, announced")}: {Subject(alert)}";
        return Mail.Of(title,
        [
            new Block.Title(title),
            new Block.Paragraph($"In AWS, {RootWords.What(alert, RootAlertText.Account(alert))}."),
            new Block.Fact("When", $"{LondonTime.Of(one.At)}"),
            new Block.Fact("From", $"{Code(one.From ?? "AWS does not say")}"),
            .. one.Agent is null ? (Block[])[] : [new Block.Fact("With", $"{Code(Cut(one.Agent))}")],
            new Block.Fact("MFA", $"{RootAlertText.Mfa(one)}"),
            .. one.Subject is null ? (Block[])[] : [new Block.Fact("About", $"{Code(Cut(one.Subject))}")],
            .. one.Error is null ? (Block[])[] : [new Block.Fact("AWS's reason", $"{Code(Cut(one.Error))}")],
            .. RootAlertText.Recovery(alert) is { } recovery ? [new Block.Fact("Reset", $"{recovery}")] : (Block[])[],
            new Block.Fact("Announced", $"{RootAlertText.Announced(alert)}"),
            new Block.Fact("Event", $"{Code(one.Id)}"),
            new Block.Heading("What to do now"),
            new Block.Paragraph($"{RootAdvice.Of(alert)}"),
            new Block.Heading("Why this comes by mail"),
            new Block.Paragraph($"Slack has not taken this alert for {minutes} minutes. It is still tried, so the same alert may follow in {Code(channel)}. Tell the people who read that channel, and whoever operates Gatehouse."),
        ]);
    }

    private static string Subject(RootAlert alert) => $"{alert.Event.Name} in {alert.AccountName ?? alert.Event.Account}".ReplaceLineEndings(" ");

    private static string Cut(string text) => Membership.Report.Excerpt.Of(text.ReplaceLineEndings(" "), 300, whole: "");
}
