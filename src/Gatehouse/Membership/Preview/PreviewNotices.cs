using System.Globalization;
using System.Text;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Writes which uses of root accounts a pull request announces, or why its notices cannot be read. Pure.</summary>
internal static class PreviewNotices
{
    /// <param name="text">What it is written to.</param>
    /// <param name="plan">What merging the pull request would do.</param>
    /// <param name="now">The moment of planning: a notice of what is over deserves a second look.</param>
    /// <param name="mostRows">The rest is counted.</param>
    public static void WriteTo(StringBuilder text, PreviewPlan plan, DateTimeOffset now, int mostRows)
    {
        if (plan.NoticeProblems.Count > 0)
        {
            text.AppendLine("#### ⛔ The notices of root accounts cannot be read").AppendLine()
                .AppendLine("Merged as it is, every use of a root account would be told as not announced until this is mended. People's access does not depend on it.").AppendLine()
                .AppendLine(PreviewProblems.Listed(plan.NoticeProblems)).AppendLine();
        }

        if (plan.Notices.Count > 0)
        {
            text.AppendLine("#### Will announce the use of root accounts").AppendLine()
                .AppendLine("Whatever the root user of such an account does in that time is told as announced, more quietly, and is never left out. Do you know of this?").AppendLine()
                .AppendLine("| Account | From | To | Who | What for |").AppendLine("|---|---|---|---|---|");
            foreach (var notice in plan.Notices.Take(mostRows))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"| {Code(notice.Account)} | {Moment(notice.From)} | {Moment(notice.To)}{(notice.To < now ? " ⚠️ already over" : "")} | {Cell(notice.Who)} | {Cell(notice.Why)} |");
            }

            text.AppendLine();
            if (plan.Notices.Count > mostRows)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"… and {plan.Notices.Count - mostRows} more of these {plan.Notices.Count}.").AppendLine();
            }
        }
    }

    private static string Moment(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
}
