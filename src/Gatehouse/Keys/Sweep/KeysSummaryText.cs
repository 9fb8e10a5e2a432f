using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Keys.Sweep;

/// <summary>Writes the Slack message of a sweep over access keys, in Slack's own markup; null where there is nothing to say. Pure.</summary>
/// <param name="Run">The run's name.</param>
/// <param name="Entries">What was done, and what failed.</param>
/// <param name="Would">What a dry run would have done.</param>
/// <param name="Findings">What is new.</param>
public sealed record KeysSummaryText(string Run, IReadOnlyList<AuditEntry> Entries, IReadOnlyList<AuditEntry> Would, IReadOnlyList<KeyFinding> Findings)
{
    private const int MostNamed = 10;
    private const int LongestReason = 500;
    private const int LongestProblem = 2_000;

    /// <summary>Whether it was a dry run.</summary>
    public bool DryRun { get; init; }

    /// <summary>Why the sweep ended early; null where it did not.</summary>
    public string? Problem { get; init; }

    private List<AuditEntry> Done => [.. Entries.Where(entry => entry.Outcome != Outcome.Failed)];

    private List<AuditEntry> Failed => [.. Entries.Where(entry => entry.Outcome == Outcome.Failed).OrderBy(entry => entry.Person)];

    public string? Write()
    {
        if (Entries.Count + Would.Count + Findings.Count == 0 && Problem is null)
        {
            return null;
        }

        var text = new StringBuilder(DryRun ? "*Access keys (dry run)*: " : "*Access keys*: ").AppendLine(Summary());
        AddDone(text, Done, would: false);
        AddDone(text, Would, would: true);
        AddUnmailed(text, [.. Done.Concat(Would).Where(entry => entry.Detail?.Contains(KeyNotices.NotMailed, StringComparison.Ordinal) ?? false)]);
        foreach (var failed in Failed.Take(MostNamed))
        {
            text.Append(":x: ").Append(Plain($"{Subject(failed)}: {Excerpt.Of(failed.Detail ?? "no reason was given", LongestReason)}")).AppendLine();
        }

        text.Append(Failed.Count > MostNamed ? $":x:{More(Failed.Count)}\n" : "");
        foreach (var kind in Findings.GroupBy(finding => (finding.Kind, finding.Account)).OrderBy(kind => kind.Key))
        {
            AddFindings(text, kind.Key.Kind, kind.Key.Account, [.. kind]);
        }

        return text.Append("Run `").Append(Run).Append('`').ToString();
    }

    private string Summary()
    {
        if (Problem is not null)
        {
            return $":x: the sweep did not come to its end: {Plain(Excerpt.Of(Problem, LongestProblem))} The next one does what is left.";
        }

        var (did, failed) = (Counts([.. DryRun ? Would : Done]), Failed.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {Failed.Count} could not be looked at, or not be told."));
        return (did.Length, DryRun) switch
        {
            (0, _) => $"{(failed.Length == 0 ? "something to know; " : "")}nothing was changed.{failed}",
            (_, true) => $"{did}. Nothing was changed, and nobody was told.{failed}",
            _ => $"{did}.{failed}",
        };
    }

    private string Counts(List<AuditEntry> entries) => string.Join(", ", entries.GroupBy(entry => Group(entry.Kind)).OrderBy(group => group.Key)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {(DryRun ? "would be " : "")}{Participle(group.Key)}")));

    private static void AddDone(StringBuilder text, IReadOnlyList<AuditEntry> entries, bool would)
    {
        foreach (var kind in entries.GroupBy(entry => entry.Kind).OrderBy(kind => Group(kind.Key)).ThenBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var (emoji, words, wouldBe) = WordsOf(kind.Key);
            text.Append(CultureInfo.InvariantCulture, $":{emoji}: *{(would ? wouldBe : words)}* ({kind.Count()}): ").AppendLine(Plain(Named(kind.OrderBy(entry => entry.Person).Select(Name))));
        }
    }

    private static void AddUnmailed(StringBuilder text, List<AuditEntry> entries)
    {
        if (entries.Count > 0)
        {
            text.Append(":speech_balloon: *No mail address: tell them yourself*, and add one to \"contacts\" in gatehouse.json: ")
                .AppendLine(Plain(Named(entries.OrderBy(entry => entry.Person).Select(entry => $"{entry.Person}: {entry.What}"))));
        }
    }

    private static void AddFindings(StringBuilder text, KeyFindingKind kind, string account, List<KeyFinding> findings)
    {
        var (emoji, heading, advice) = WordsOf(kind);
        var names = Named(findings.Select(finding => finding.What.Length == 0 ? finding.Subject.TrimEnd('.') : $"{finding.Subject} ({finding.What})"));
        var where = account.Length == 0 || kind is KeyFindingKind.RootKey ? "" : $" in {account}";
        var count = findings.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({findings.Count})") : "";
        text.Append(CultureInfo.InvariantCulture, $":{emoji}: *{heading}{where}*{count}: ").Append(Plain(names)).Append(". ").AppendLine(Plain(advice));
    }

    private static string Name(AuditEntry entry)
    {
        var key = entry.Key.Split('#') is [_, _, var id, ..] ? $" {id}" : "";
        return entry.Detail?.Contains(KeyNotices.ByHand, StringComparison.Ordinal) ?? false ? $"{entry.Person}{key} ({KeyNotices.ByHand})" : $"{entry.Person}{key}";
    }

    private static string Subject(AuditEntry failed) => failed.Kind == KeysGiveUp.LookAtAccount
        ? $"the account {failed.Person} could not be looked over"
        : $"{failed.Person} could not be looked at, or not be told";

    /// <summary>As many as a reader takes in, and how many more there are.</summary>
    private static string Named(IEnumerable<string> all)
    {
        var list = all.ToList();
        return string.Join(", ", list.Take(MostNamed)) + (list.Count > MostNamed ? More(list.Count) : "");
    }

    private static string More(int count) => string.Create(CultureInfo.InvariantCulture, $" and {count - MostNamed} more");

    /// <summary>In the order in which they are said.</summary>
    private static int Group(string kind) => kind switch
    {
        nameof(DeactivateKey) => 0,
        nameof(DeleteKey) => 1,
        _ => 2,
    };

    private static string Participle(int group) => group switch
    {
        0 => "made inactive",
        1 => "deleted",
        _ => "warned about",
    };

    private static (string Emoji, string Words, string Would) WordsOf(string kind) => kind switch
    {
        nameof(DeactivateKey) => ("lock", "Made inactive", "Would be made inactive"),
        nameof(DeleteKey) => ("wastebasket", "Deleted, after the days for which they were inactive", "Would be deleted"),
        nameof(WarnOfAge) => ("hourglass", "Warned: the key is old", "Would be warned: the key is old"),
        nameof(WarnOfDisuse) => ("zzz", "Warned: nobody uses the key", "Would be warned: nobody uses the key"),
        nameof(WarnOfExemptionEnd) => ("calendar", "Told that an exemption ends", "Would be told that an exemption ends"),
        _ => ("information_source", "Done", "Would be done"),
    };

    private static (string Emoji, string Heading, string Advice) WordsOf(KeyFindingKind kind) => kind switch
    {
        KeyFindingKind.DeactivationsWait => ("rotating_light", "Keys that were due to be made inactive stay active", "Warnings and deletions went on."),
        KeyFindingKind.LeakedAndActive => ("rotating_light", "Keys that were found in public, and can still be used", "Whoever found one can use it: make it inactive (`aws iam update-access-key --status Inactive`), and see what #cyber-security was told when it leaked."),
        KeyFindingKind.RootKey => ("rotating_light", "The root user has an active access key", "Nothing was changed: nobody but root can delete it, and nobody needs it."),
        KeyFindingKind.TwoOldKeys => ("warning", "Two active keys, both too old", "They cannot make a new one before they delete one. Talk to them."),
        KeyFindingKind.RotationOverdue => ("warning", "Machine users whose rotation is late", "Their keys stay, because something runs on them. See what the last rotation said, or rotate by hand: `gatehouse keys rotate <user>`."),
        KeyFindingKind.MachineUntagged => ("warning", "Machine users of the register whose keys are not watched", "Tag the user, or take the line out of mgmt/machine-users.json."),
        KeyFindingKind.MachineUnlisted => ("warning", "Users tagged as machine users that the register does not list", "Nothing was changed: list them in mgmt/machine-users.json, or take the tag off."),
        KeyFindingKind.InactiveByOthers => ("information_source", "Inactive keys that Gatehouse did not make inactive", "They stay: delete them once nobody needs them."),
        KeyFindingKind.ExemptionWithoutUser => ("warning", "Exemptions of users that do not exist", "Take them out of mgmt/key-exemptions.json."),
        KeyFindingKind.ExemptionWithoutKey => ("warning", "Exemptions of keys that do not exist", "Take them out of mgmt/key-exemptions.json."),
        KeyFindingKind.Unmanaged => ("warning", "Users that Gatehouse does not manage, with a key that is too old or unused", "Nothing was changed."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No way is known to tell this finding."),
    };
}
