using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Mfa.Sweep;

/// <summary>Writes the Slack message of a sweep, in Slack's own markup; null where there is nothing to say. Pure.</summary>
public static class SweepSlackText
{
    private const int MostNamed = 15;
    private const int LongestReason = 500;
    private const int LongestProblem = 2_000;

    public static string? Write(string run, IReadOnlyList<AuditEntry> entries, IReadOnlyList<MfaFinding> findings, string? problem)
    {
        if (entries.Count == 0 && findings.Count == 0 && problem is null)
        {
            return null;
        }

        var text = new StringBuilder("*MFA*: ").AppendLine(Summary(entries, problem));
        foreach (var kind in entries.Where(entry => entry.Outcome != Outcome.Failed).GroupBy(entry => entry.Kind).OrderBy(kind => Urgency(kind.Key)))
        {
            AddDone(text, kind.Key, [.. kind.OrderBy(entry => entry.Person)]);
        }

        AddFailed(text, [.. entries.Where(entry => entry.Outcome == Outcome.Failed).OrderBy(entry => entry.Person)]);
        foreach (var kind in findings.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key))
        {
            AddFindings(text, kind.Key, [.. kind]);
        }

        return text.Append("Run `").Append(run).Append('`').ToString();
    }

    private static string Summary(IReadOnlyList<AuditEntry> entries, string? problem)
    {
        if (problem is not null)
        {
            return $":x: the sweep did not come to its end: {Plain(Excerpt.Of(problem, LongestProblem))} The next one does what is left.";
        }

        var (done, failed) = (entries.Count(entry => entry.Outcome != Outcome.Failed), entries.Count(entry => entry.Outcome == Outcome.Failed));
        return (done, failed) switch
        {
            (0, 0) => "something to know; nothing was changed.",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{done} {(done == 1 ? "thing" : "things")} done."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{done} {(done == 1 ? "thing" : "things")} done, and {failed} {(failed == 1 ? "person" : "people")} not reached."),
        };
    }

    private static void AddDone(StringBuilder text, string kind, IReadOnlyList<AuditEntry> entries)
    {
        var (emoji, words) = WordsOf(kind, entries[0].What);
        var (people, more) = Named(entries.Select(entry => entry.Person).Distinct());
        text.Append(CultureInfo.InvariantCulture, $":{emoji}: *{Plain(words)}*: ").Append(Plain(string.Join(", ", people))).AppendLine(more);
    }

    private static void AddFailed(StringBuilder text, IReadOnlyList<AuditEntry> entries)
    {
        var (named, more) = Named(entries);
        foreach (var failed in named)
        {
            text.Append(":x: ").Append(Plain(failed.Person.Value)).Append(" could not be looked at, or not be told: ").AppendLine(Plain(Excerpt.Of(failed.Detail ?? "no reason was given", LongestReason)));
        }

        if (more.Length > 0)
        {
            text.Append(":x:").AppendLine(more);
        }
    }

    private static void AddFindings(StringBuilder text, MfaFindingKind kind, IReadOnlyList<MfaFinding> findings)
    {
        var (emoji, heading, advice) = WordsOf(kind);
        var (named, more) = Named(findings.Select(finding => finding.What.Length == 0 ? finding.Subject.TrimEnd('.') : $"{finding.Subject} {finding.What}"));
        text.Append(CultureInfo.InvariantCulture, $":{emoji}: *{heading}*: ").Append(Plain(string.Join("; ", named))).Append(more).Append(". ").AppendLine(Plain(advice));
    }

    /// <summary>As many as a reader takes in, and how many more there are.</summary>
    private static (IReadOnlyList<T> Named, string More) Named<T>(IEnumerable<T> all)
    {
        var list = all.ToList();
        return list.Count <= MostNamed
            ? (list, "")
            : (list.GetRange(0, MostNamed), string.Create(CultureInfo.InvariantCulture, $" and {list.Count - MostNamed} more"));
    }

    private static int Urgency(string kind) => kind switch
    {
        nameof(TellUnproved) or nameof(SuspendPassword) => 0,
        nameof(WarnWithoutMfa) => 1,
        _ => 2,
    };

    private static (string Emoji, string Words) WordsOf(string kind, string what) => kind switch
    {
        nameof(SuspendPassword) => ("lock", "Console password taken away, because there was no MFA for too long"),
        nameof(WarnWithoutMfa) => ("envelope", "Asked by mail to add MFA"),
        nameof(RemoveDevice) => ("wastebasket", "MFA device with a wrong name removed; another remains"),
        nameof(FreeName) => ("wastebasket", "Unfinished MFA device deleted, so that its name can be used again"),
        nameof(DeleteDevice) => ("wastebasket", "MFA device with a wrong name deleted; it was never enabled"),
        nameof(AnnounceRemoval) => ("hourglass", "Told that an MFA device with a wrong name goes soon"),
        nameof(AskForGoodDevice) => ("warning", "Only MFA device has a wrong name: asked to add a good one first"),
        nameof(TellUnproved) => ("rotating_light", "MFA device added without MFA beside another: perhaps not theirs. Ask them"),
        nameof(TellVirtualNeeded) => ("envelope", "Told that the command line needs a virtual MFA device"),
        _ => ("information_source", what),
    };

    private static (string Emoji, string Heading, string Advice) WordsOf(MfaFindingKind kind) => kind switch
    {
        MfaFindingKind.SuspensionsWait => ("rotating_light", "Console passwords that were due to go stay", "People without MFA are still mailed."),
        MfaFindingKind.Protected => ("rotating_light", "Protected, and without MFA for too long", "Their password stays, because gatehouse.json protects them. Talk to them."),
        MfaFindingKind.NoAddress => ("warning", "Without MFA, and their user name is no mail address", "Nobody can be mailed, so their password stays. Talk to them."),
        MfaFindingKind.UnmanagedName => ("warning", "MFA devices of users that Gatehouse does not manage, with a wrong name", "Nothing was changed."),
        MfaFindingKind.UnmanagedWithoutMfa => ("warning", "Users that Gatehouse does not manage, with a password and without MFA", "Nothing was changed: add MFA, or delete their password."),
        MfaFindingKind.ManyDevices => ("information_source", "As many MFA devices as IAM allows", "They cannot add another before they delete one. (Keys and hardware tokens count for IAM too, and are not counted here.)"),
        MfaFindingKind.Unassigned => ("information_source", "Virtual MFA devices that nobody has", "Each keeps its name from being used."),
        MfaFindingKind.PasswordPolicy => ("warning", "The account's password policy was changed by hand", "A deployment puts it back too."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };
}
