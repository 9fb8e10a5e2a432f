using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Ledger;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Report;

/// <summary>What a comment says below its table: what nobody reviewed, whom it calls, and which refusals still wait. Pure.</summary>
internal static partial class CommentNotes
{
    /// <summary>More than this are counted, not named.</summary>
    private const int MostNamed = 15;

    private const int LongestReason = 250;

    public static IEnumerable<string> Of(IReadOnlyList<ReportRow> rows, ReportNotes notes) =>
        [.. FindingGroup.Of(notes.Findings).Select(Text), .. Calls(rows), .. notes.Waiting.Count == 0 ? [] : new[] { Waiting(notes.Waiting) }];

    private static string Text(FindingGroup group) =>
        $"{Sign(group.Emoji)} **{group.Heading}.** {Lines(string.Join("; ", group.Items))}{AndMore(group.More)}. {group.Advice}";

    private static string Sign(string emoji) => emoji switch
    {
        "rotating_light" => "🚨",
        "warning" => "⚠️",
        _ => "ℹ️",
    };

    /// <summary>Whoever asked is called by name, so that GitHub tells them: nobody else waits for that password.</summary>
    private static IEnumerable<string> Calls(IReadOnlyList<ReportRow> rows) => rows
        .Where(row => row is { Kind: nameof(ExpireFirstPassword), Outcome: Outcome.Applied, RequestedBy: not null } && Login().IsMatch(row.RequestedBy))
        .GroupBy(row => row.RequestedBy!, StringComparer.OrdinalIgnoreCase)
        .Select(asked => $"@{asked.Key}: nobody used the password that was mailed to {string.Join(", ", asked.Take(MostNamed).Select(row => Code(row.Person.Value)))}{AndMore(asked.Count() - MostNamed)} in time, so it was taken away. "
            + "To ask for another, add the address to `mgmt/password-reset-emails.txt` in a new pull request.");

    private static string Waiting(IReadOnlyList<PlannedRefusal> waiting) =>
        "⛔ **Still refused, from before:**\n"
        + string.Join('\n', waiting.Take(MostNamed).Select(one => $"- {Code(one.Planned.Change.Person.Value)}: {Lines(one.Planned.Change.What)}{From(one)}. {Lines(Excerpt.Of(one.Why, LongestReason))}"))
        + (waiting.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"\n- and {waiting.Count - MostNamed} more") : "");

    private static string From(PlannedRefusal refusal) => refusal.Planned.Because.PullRequest is { } number ? string.Create(CultureInfo.InvariantCulture, $" (#{number})") : "";

    private static string AndMore(int more) => more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "";

    // An app's login ends in "[bot]" and cannot be called.
    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Login();
}
