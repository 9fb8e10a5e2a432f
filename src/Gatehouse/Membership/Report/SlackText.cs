using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Report;

/// <summary>Writes the Slack message of a run, in Slack's own markup; null where there is nothing to say. Pure.</summary>
public static class SlackText
{
    /// <summary>More people than this are counted, not listed.</summary>
    private const int MostPeople = 15;

    /// <summary>The most characters of the problem that ended a run; the pull request's comment has more of it.</summary>
    private const int LongestProblem = 2_000;

    /// <summary>The most characters of one reason: fifteen people with all that Lambda may say of a failure are more than Slack takes.</summary>
    private const int LongestReason = 500;

    public static string? Write(RunInput input, string run, IReadOnlyList<ReportRow> rows, IReadOnlyList<UserName> leavers, ReportNotes notes)
    {
        if (rows.Count == 0 && notes.Problem is null && notes.Unwritten.Count == 0 && (leavers.Count == 0 || input.Trigger == "schedule"))
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(Source(input)).Append(": ").AppendLine(Summary(rows, notes));
        foreach (var person in rows.GroupBy(row => row.Person).Take(MostPeople))
        {
            text.Append("• ").Append(Plain(person.Key.Value)).Append(": ").AppendLine(string.Join("; ", person.Select(Sentence)));
        }

        if (rows.Select(row => row.Person).Distinct().Count() - MostPeople is > 0 and var more)
        {
            text.Append(CultureInfo.InvariantCulture, $"• and {more} more").AppendLine();
        }

        if (leavers.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $":warning: {leavers.Count} managed users are not in the register and still have their access: ")
                .AppendLine(Plain(string.Join(", ", leavers.Take(MostPeople))));
        }

        foreach (var unwritten in notes.Unwritten)
        {
            text.Append(":warning: ").AppendLine(Plain(Cut(unwritten, LongestReason)));
        }

        return text.Append("Run `").Append(run).Append('`').ToString();
    }

    /// <summary>What is said when a welcome comes back.</summary>
    public static string Undeliverable(UserName person, WelcomeKind kind, string reason) =>
        $":x: The {kind.Words()} of {Plain(person.Value)} was not delivered: {Plain(reason)}. The password in it was taken away. Correct the address in the register, or ask for a new password once the mailbox works.";

    private static string Source(RunInput input) => input.PullRequest is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"*Pull request #{number} was merged*")
        : "*Reconcile*";

    private static string Summary(IReadOnlyList<ReportRow> rows, ReportNotes notes) => notes.Problem is { } problem
        ? $":x: nothing more was applied. {Plain(Cut(problem, LongestProblem))}"
        : $"{Counted(rows, "change", "applied", Outcome.Applied)}, {Counted(rows, "welcome", "sent", Outcome.Welcomed)}, {Counted(rows, "change", "refused", Outcome.Refused)}, {Counted(rows, "change", "failed", Outcome.Failed, Outcome.Undeliverable)}.";

    private static string Counted(IReadOnlyList<ReportRow> rows, string noun, string ending, params Outcome[] outcomes)
    {
        var count = rows.Count(row => outcomes.Contains(row.Outcome));
        return string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")} {ending}");
    }

    private static string Sentence(ReportRow row) => row.Outcome switch
    {
        Outcome.Applied => $"{Plain(row.What)}: done",
        Outcome.Welcomed or Outcome.Told => $"{Plain(row.What)}: accepted",
        Outcome.Failed => $":x: {Plain(row.What)} failed: {Reason(row, "no reason was given")}",
        Outcome.Refused => $":no_entry: {Plain(row.What)}: {Reason(row, "refused")}",
        Outcome.Undeliverable => $":x: the welcome was not delivered: {Reason(row, "returned")}",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Outcome, "No way is known to tell this outcome."),
    };

    private static string Reason(ReportRow row, string otherwise) => Plain(Cut(row.Detail ?? otherwise, LongestReason));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : $"{text[..longest]}…";

    /// <summary>Text that Slack shows as it is: what came from elsewhere can neither link nor mention.</summary>
    public static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
