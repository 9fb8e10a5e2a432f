using static Gatehouse.Membership.Preview.PreviewHeadline;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Groups a plan by what matters to a reviewer: what is refused, what takes access away, who joins, who moves, whose password is reset. Pure.</summary>
internal static class PreviewSections
{
    private const string Would = "Merging would";

    public static IEnumerable<PreviewSection> Of(PreviewPlan plan, int graceDays)
    {
        foreach (var rule in plan.Refused.GroupBy(refusal => refusal.Rule).OrderByDescending(group => group.Count()))
        {
            var isOneReason = rule.DistinctBy(refusal => refusal.Why).Count() == 1;
            yield return new(
                $"⛔ Refused: {Counted(rule.Count(), "change")}",
                isOneReason ? Lines(rule.First().Why) : "",
                "Would wait",
                [.. rule.Select(refusal => new PreviewRow(refusal.Change, isOneReason ? null : refusal.Why))]);
        }

        IEnumerable<PreviewSection> allowed =
        [
            Of(plan, "All access taken away", Leaving(graceDays), change => change is QuarantineUser),
            Of(plan, "Deleted", "", change => change is DeleteUser),
            Of(plan, "Taken out of a group", "", change => change is RemoveFromGroup),
            Of(plan, "Joining", "", change => change is CreateUser or AdoptUser or RestoreUser),
            Of(plan, "Put into a group", "", change => change is AddToGroup),
            Of(plan, "Resets", "Once for each line that this pull request adds.", change => change is ResetPassword or ResetMfa),
            Of(plan, "Mails and first passwords", "", change => change is SendWelcome or ExpireFirstPassword),
        ];
        foreach (var section in allowed.Where(section => section.Rows.Count > 0))
        {
            yield return section;
        }
    }

    /// <summary>Whether a reviewer should see if the access is in use.</summary>
    public static bool TakesAway(MembershipChange change) => change is QuarantineUser or RemoveFromGroup or DeleteUser;

    private static string Leaving(int graceDays) =>
        "They would lose it within seconds of the merge: everything denied, access keys inactive, console password gone, groups taken away. Sessions of roles that they have assumed in other accounts run to their maximum."
        + (graceDays == 0 ? " They would be deleted at once." : $" Until they are deleted, {Counted(graceDays, "day")} later, putting the line back restores them.");

    private static PreviewSection Of(PreviewPlan plan, string title, string intro, Func<MembershipChange, bool> isOfIt) =>
        new(title, intro, Would, [.. plan.Changes.Where(isOfIt).Select(change => new PreviewRow(change))]);
}
