using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>What merging a pull request would do, judged as its merge would be.</summary>
/// <param name="Changes">What the guard lets through, sorted; only what this pull request brings.</param>
/// <param name="Refused">What the guard holds back of it.</param>
/// <param name="Removed">Everybody who would lose their access by it, refused or not: whom the label would allow to go.</param>
/// <param name="Resets">Changes of the reset files, which a plan of people does not show; among <see cref="Changes"/> too.</param>
/// <param name="Unknown">Addresses of the reset files that fit no managed user.</param>
/// <param name="Waiting">How many changes wait from before and would be made, or refused, with it.</param>
public sealed record PreviewPlan(
    IReadOnlyList<MembershipChange> Changes,
    IReadOnlyList<Refusal> Refused,
    IReadOnlyList<UserName> Removed,
    int Resets,
    IReadOnlyList<string> Unknown,
    int Waiting)
{
    /// <summary>The announced uses of root accounts that it would bring.</summary>
    public IReadOnlyList<RootNotice> Notices { get; init; } = [];

    /// <summary>Why the notices could not be read; the people are planned all the same, because a merge would change them all the same.</summary>
    public IReadOnlyList<RegisterProblem> NoticeProblems { get; init; } = [];

    /// <summary>What it would change in the files about access keys, which stand apart from the people in the same way.</summary>
    public KeyFilesChange Keys { get; init; } = KeyFilesChange.None;
}
