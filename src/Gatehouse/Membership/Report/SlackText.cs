using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Report;

/// <summary>Writes the Slack message of a run, in Slack's own markup; null where there is nothing to say. Pure.</summary>
public static class SlackText
{
    /// <summary>More people than this are counted, not listed; but whose MFA was reset is always listed.</summary>
    private const int MostPeople = 15;

    /// <summary>The most characters of the problem that ended a run; the pull request's comment has more of it.</summary>
    private const int LongestProblem = 2_000;

    /// <summary>The most characters of one reason: fifteen people with all that Lambda may say of a failure are more than Slack takes.</summary>
    private const int LongestReason = 500;

    public static string? Write(RunInput input, string run, IReadOnlyList<ReportRow> rows, ReportNotes notes)
    {
        if (rows.Count == 0 && notes.Problem is null && notes.Unwritten.Count == 0 && notes.Findings.Count == 0 && notes.Waiting.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(Source(input)).Append(": ").AppendLine(Summary(rows, notes));
        AddPeople(text, rows);
        foreach (var group in FindingGroup.Of(notes.Findings))
        {
            text.Append(CultureInfo.InvariantCulture, $":{group.Emoji}: *{group.Heading}*: ")
                .Append(Plain(string.Join("; ", group.Items)))
                .Append(group.More > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {group.More} more") : "")
                .Append(". ").AppendLine(Plain(group.Advice));
        }

        AddWaiting(text, notes.Waiting);
        foreach (var unwritten in notes.Unwritten)
        {
            text.Append(":warning: ").AppendLine(Plain(Excerpt.Of(unwritten, LongestReason)));
        }

        return text.Append("Run `").Append(run).Append('`').ToString();
    }

    /// <summary>What is said when a mail with a password comes back.</summary>
    public static string Undeliverable(UserName person, WelcomeKind kind, string reason) =>
        $":x: The {kind.Words()} of {Plain(person.Value)} was not delivered: {Plain(reason)}. The password in it was taken away. Correct the address in the register, or ask for a new password once the mailbox works.";

    /// <summary>What a person wrote, made harmless: no mention or link can come of it.</summary>
    public static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static void AddPeople(StringBuilder text, IReadOnlyList<ReportRow> rows)
    {
        var people = rows.GroupBy(row => row.Person).OrderBy(person => !person.Any(IsMfaReset)).ThenBy(person => !person.Any(row => row.IsBad)).ToList();
        var listed = Math.Max(MostPeople, people.Count(person => person.Any(IsMfaReset)));
        foreach (var person in people.Take(listed))
        {
            text.Append("• ").Append(Plain(person.Key.Value)).Append(": ").AppendLine(string.Join("; ", person.Select(Sentence)));
        }

        if (people.Count > listed)
        {
            text.Append(CultureInfo.InvariantCulture, $"• and {people.Count - listed} more").AppendLine();
        }
    }

    private static void AddWaiting(StringBuilder text, IReadOnlyList<PlannedRefusal> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        text.Append(":no_entry: *Still refused, from before*: ")
            .Append(Plain(string.Join("; ", waiting.Take(MostPeople).Select(one => $"{one.Planned.Change.Person}: {one.Planned.Change.What}"))))
            .AppendLine(waiting.Count > MostPeople ? string.Create(CultureInfo.InvariantCulture, $" and {waiting.Count - MostPeople} more") : "");
    }

    private static bool IsMfaReset(ReportRow row) => row.Kind == nameof(ResetMfa);

    private static string Source(RunInput input) => input.PullRequest is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"*Pull request #{number} was merged*")
        : "*Reconcile*";

    private static string Summary(IReadOnlyList<ReportRow> rows, ReportNotes notes) => notes.Problem is { } problem
        ? $":x: nothing more was applied. {Plain(Excerpt.Of(problem, LongestProblem))}"
        : $"{Counted(rows, "change", "applied", Outcome.Applied)}, {Counted(rows, "mail", "sent", Outcome.Welcomed, Outcome.Told)}, {Counted(rows, "change", "refused", Outcome.Refused)}, {Counted(rows, "change", "failed", Outcome.Failed, Outcome.Undeliverable)}.";

    private static string Counted(IReadOnlyList<ReportRow> rows, string noun, string ending, params Outcome[] outcomes)
    {
        var count = rows.Count(row => outcomes.Contains(row.Outcome));
        return string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")} {ending}");
    }

    private static string Sentence(ReportRow row) => row.Outcome switch
    {
        Outcome.Applied => $"{(IsMfaReset(row) ? ":closed_lock_with_key: " : "")}{Plain(row.What)}: done{(Afterword.Of(row) is { } more ? $"; {Plain(Excerpt.Of(more, LongestReason))}" : "")}",
        Outcome.Welcomed or Outcome.Told => $"{Plain(row.What)}: accepted",
        Outcome.Failed => $":x: {Plain(row.What)} failed: {Reason(row, "no reason was given")}",
        Outcome.Refused => $":no_entry: {Plain(row.What)}: {Reason(row, "refused")}",
        Outcome.Undeliverable => $":x: {Plain(row.What)}: not delivered: {Reason(row, "returned")}",
        _ => throw new ArgumentOutOfRangeException(nameof(row), row.Outcome, "No way is known to tell this outcome."),
    };

    private static string Reason(ReportRow row, string otherwise) => Plain(Excerpt.Of(row.Detail ?? otherwise, LongestReason));
}
