using System.Globalization;
using System.Text;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using static Gatehouse.Membership.Report.SlackText;

namespace Gatehouse.Keys.Rotation;

/// <summary>Writes the Slack messages of a run of rotations, in Slack's own markup; null where there is nothing to say. Pure.</summary>
public static class RotationSlackText
{
    private const int LongestReason = 500, LongestProblem = 2_000;

    /// <summary>Said once a month: the best rotation is the one that nobody needs.</summary>
    public static string OpenIdHint(int users) => string.Create(
        CultureInfo.InvariantCulture,
        $":bulb: *Deploy keys*: {(users == 1 ? "1 repository deploys" : $"{users} repositories deploy")} with an access key that Gatehouse rotates. A workflow on GitHub can do without: with OpenID Connect it assumes a role for the length of a job, and there is no key to rotate or to leak. In AWS: an identity provider for `token.actions.githubusercontent.com` and a role that trusts the repository and branch; in the workflow: `permissions: id-token: write` and `aws-actions/configure-aws-credentials` with `role-to-assume`. Then take the user out of `mgmt/machine-users.json`. docs/operating.md has it step by step.");

    public static string? Write(string run, IReadOnlyList<AuditEntry> entries, IReadOnlyList<RotationFinding> findings, string? problem)
    {
        if (entries.Count == 0 && findings.Count == 0 && problem is null)
        {
            return null;
        }

        var text = new StringBuilder("*Deploy keys*: ").AppendLine(Summary(entries, problem));
        foreach (var person in entries.GroupBy(entry => entry.Person).OrderBy(person => person.Key))
        {
            foreach (var entry in person.OrderBy(entry => entry.At))
            {
                text.Append(CultureInfo.InvariantCulture, $":{(entry.Outcome == Outcome.Failed ? "x" : EmojiOf(entry.Kind))}: {Plain(person.Key.Value)}: ")
                    .AppendLine(Plain(Excerpt.Of(entry.Outcome == Outcome.Failed ? entry.Detail ?? "no reason was given" : entry.What, LongestReason)));
            }
        }

        foreach (var kind in findings.GroupBy(finding => finding.Kind).OrderBy(kind => kind.Key))
        {
            var (emoji, heading, advice) = RotationWords.Of(kind.Key);
            text.Append(CultureInfo.InvariantCulture, $":{emoji}: *{heading}*: ")
                .Append(Plain(string.Join("; ", kind.Select(finding => finding.What.Length == 0 ? finding.User.Value : $"{finding.User}: {finding.What.TrimEnd('.')}"))))
                .Append(". ").AppendLine(Plain(advice));
        }

        return text.Append("Run `").Append(run).Append('`').ToString();
    }

    private static string Summary(IReadOnlyList<AuditEntry> entries, string? problem)
    {
        if (problem is not null)
        {
            return $":x: the run did not come to its end: {Plain(Excerpt.Of(problem, LongestProblem))} The next one does what is left.";
        }

        var failed = entries.Where(entry => entry.Outcome == Outcome.Failed).Select(entry => entry.Person).Distinct().Count();
        var done = entries.Where(entry => entry.Outcome != Outcome.Failed).Select(entry => entry.Person).Distinct().Count();
        return (done, failed) switch
        {
            (0, 0) => "something to know; nothing was changed.",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{done} looked after."),
            _ => string.Create(CultureInfo.InvariantCulture, $"{failed} not rotated to the end; the next run goes on."),
        };
    }

    private static string EmojiOf(string kind) => kind switch
    {
        RotationTrail.Made => "key",
        RotationTrail.Proved => "white_check_mark",
        RotationTrail.Retired => "lock",
        RotationTrail.Removed => "wastebasket",
        _ => "information_source",
    };
}
