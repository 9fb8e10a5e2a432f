using System.Text;
using Gatehouse.Membership.Report;
using Gatehouse.Register;

namespace Gatehouse.Root;

/// <summary>
/// Writes an alert as a message for Slack. Whatever came from outside is made harmless: a user agent may read <c>&lt;!channel&gt;</c>, and no
/// mention, link or second line can come of it. Pure.
/// </summary>
public static class RootAlertText
{
    /// <summary>The most characters of anything from outside: Slack takes 40,000 in all, and a user agent can be as long as somebody likes.</summary>
    private const int Longest = 300;

    /// <param name="alert">What happened.</param>
    /// <param name="onCall">How Slack mentions the on-call group; null where there is none.</param>
    public static string Of(RootAlert alert, string? onCall)
    {
        var one = alert.Event;
        var what = Plain(Capital(RootWords.What(alert, Account(alert))));
        var text = new StringBuilder(alert.IsLoud
            ? $":rotating_light: {(onCall is null ? "" : $"{onCall} ")}*NOT ANNOUNCED: {what}.*"
            : $":large_blue_circle: *Announced: {what}.*").Append('\n');
        text.Append("• When: ").Append(LondonTime.Of(one.At)).Append('\n');
        text.Append("• From: ").Append(one.From is null ? "AWS does not say" : Code(one.From)).Append(one.Agent is null ? "" : $", with {Code(one.Agent)}").Append('\n');
        text.Append("• MFA: ").Append(Mfa(one)).Append('\n');
        Add(text, "About", one.Subject is null ? null : Code(one.Subject));
        Add(text, "AWS's reason", one.Error is null ? null : Code(one.Error));
        Add(text, "Reset", Recovery(alert) is { } recovery ? Plain(recovery) : null);
        Add(text, "Announced", Plain(Announced(alert)));
        text.Append("*Now:* ").Append(Plain(RootAdvice.Of(alert))).Append('\n');
        return text.Append("Event ").Append(Code(one.Id)).ToString();
    }

    /// <summary>What is posted where Slack does not take the whole: an alert that cannot be shown must not keep those behind it waiting.</summary>
    public static string Bare(RootAlert alert, string? onCall) =>
        $":rotating_light: {(onCall is null ? "" : $"{onCall} ")}*An alert about a root user, which Slack did not take whole.* Account {Code(alert.Event.Account)}, {Code(alert.Event.Name)}, {LondonTime.Of(alert.Event.At)}. Look for the event {Code(alert.Event.Id)} in CloudTrail.";

    /// <summary>The account's name and number, or what is known of them.</summary>
    internal static string Account(RootAlert alert) =>
        alert.AccountName is { } name ? $"{Cut(name)} ({alert.Event.Account})"
        : alert.NamesUnread is null ? $"{alert.Event.Account} (not named in {RegisterFiles.Settings})"
        : $"{alert.Event.Account} (its name could not be looked up)";

    /// <summary>Whether MFA was used, as a word or two.</summary>
    internal static string Mfa(RootEvent one) => one.Mfa switch { true => "used", false => "not used", null => "AWS does not say" };

    /// <summary>Who announced it, for what and when; or that nobody did, or that nobody knows.</summary>
    internal static string Announced(RootAlert alert) =>
        alert.Notice is { } notice ? $"by {Cut(notice.Who)} for {Cut(notice.Why)}, from {LondonTime.Of(notice.From)} to {LondonTime.Of(notice.To)}"
        : alert.NoticesUnread is { } why ? $"nobody knows, because the notices could not be read: {Cut(why).TrimEnd('.')}. Take it as not announced"
        : $"no. {RegisterFiles.RootNotices} has no notice for this account at that time";

    /// <summary>How a password's request and its completion stand to each other; null where there is nothing to say.</summary>
    internal static string? Recovery(RootAlert alert) => (alert.Event.Kind, alert.Event.Outcome) switch
    {
        (RootEventKind.RecoveryCompleted, RootOutcome.Done) => alert.RequestedAt is { } asked
            ? $"it was asked for at {LondonTime.Of(asked)}"
            : "no request for it was seen in the day before. Either its event is late, and then its own alert follows, or the link came another way",
        (RootEventKind.RecoveryRequested, _) when alert.CompletedAt is { } done => $"it has been completed already, at {LondonTime.Of(done)}; that was heard first",
        _ => null,
    };

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.Append("• ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    // As code, so that Slack makes no link of what looks like one.
    private static string Code(string text) => $"`{Plain(Cut(text)).Replace('`', '\'')}`";

    private static string Plain(string text) => SlackText.Plain(OneLine(text));

    private static string Cut(string text) => Excerpt.Of(OneLine(text), Longest, whole: "");

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    private static string Capital(string sentence) => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
}
