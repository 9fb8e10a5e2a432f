using System.Globalization;

namespace Gatehouse.Membership.Preview;

/// <summary>Says a plan in one line that a reviewer can stop at. Pure.</summary>
public static class PreviewHeadline
{
    /// <returns>Such as <c>Merging this would take all access from 2 people and give access to 1 person</c>.</returns>
    public static string Of(PreviewPlan plan, string? allowedBy)
    {
        List<string> broken = [.. Some(plan.NoticeProblems.Count, problems => $"the notices of root accounts could not be read: {problems}", "problem"), .. Some(plan.Keys.Problems.Count, problems => $"the files about access keys cannot be used: {problems}", "problem")];
        List<string> parts =
        [
            OfPeople(plan, allowedBy),
            .. Some(plan.Notices.Count, notices => $"it announces {notices}", "use of a root account", "uses of root accounts"),
            .. Some(plan.Keys.Exemptions.Count, exemptions => $"it changes {exemptions}", "exemption of access keys", "exemptions of access keys"),
            .. Some(plan.Keys.Machines.Count, machines => $"it changes {machines}", "machine user"),
        ];
        var told = string.Join("; ", parts);
        return broken.Count == 0 ? told : $"{Capital(string.Join("; ", broken))}; otherwise: {told}";
    }

    private static IEnumerable<string> Some(int number, Func<string, string> say, string singular, string? plural = null) => number == 0 ? [] : [say(Counted(number, singular, plural))];

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";

    private static string OfPeople(PreviewPlan plan, string? allowedBy) => (plan.Refused.Count, plan.Changes.Count) switch
    {
        (0, 0) when plan.Unknown.Count > 0 => "Merging this would change nobody's access, though it asks for a reset",
        (0, 0) => "Merging this changes nobody's access",
        (0, _) => $"Merging this would {Sentence(plan.Changes)}{(allowedBy is null ? "" : $", allowed by {allowedBy}")}",
        (_, 0) => Refused(plan.Refused),
        (_, _) => $"{Refused(plan.Refused)}; the rest would {Sentence(plan.Changes)}",
    };

    public static string Counted(int number, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? singular : plural ?? $"{singular}s")}");

    /// <summary>The guard's own words and arithmetic where it has one reason, which it gives in its first sentence.</summary>
    private static string Refused(IReadOnlyList<Refusal> refused) => refused.Select(refusal => refusal.Why).Distinct().ToList() is [var why]
        ? Capital(why.Split(". ")[0].TrimEnd('.').ReplaceLineEndings(" "))
        : $"Refused: {Counted(refused.Count, "change")} would not be made";

    private static string Sentence(IReadOnlyList<MembershipChange> changes)
    {
        List<string> parts =
        [
            .. Part<QuarantineUser>(changes, people => $"take all access from {people}"),
            .. Part<RemoveFromGroup>(changes, people => $"take {people} out of a group"),
            .. Part<CreateUser>(changes, people => $"give access to {people}"),
            .. Part<RestoreUser>(changes, people => $"bring {people} back"),
            .. Part<AdoptUser>(changes, people => $"adopt {people}"),
            .. Part<AddToGroup>(changes, people => $"put {people} into a group"),
            .. Part<ResetPassword>(changes, people => $"reset the password of {people}"),
            .. Part<ResetMfa>(changes, people => $"remove the MFA devices of {people}"),
            .. Part<DeleteUser>(changes, people => $"delete {people}"),
            .. Part<SendWelcome>(changes, people => $"mail {people}"),
            .. Part<ExpireFirstPassword>(changes, people => $"end the unused first password of {people}"),
        ];
        return parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
    }

    private static IEnumerable<string> Part<T>(IReadOnlyList<MembershipChange> changes, Func<string, string> say)
        where T : MembershipChange
    {
        var people = changes.OfType<T>().Select(change => change.Person).Distinct().Count();
        return people == 0 ? [] : [say(Counted(people, "person", "people"))];
    }
}
