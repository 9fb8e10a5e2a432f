using Gatehouse.GitHub;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>
/// Plans what merging a pull request would do: the register of the trial merge against the account, less what the base would bring anyway,
/// judged by the settings of the base. Reads only.
/// </summary>
public sealed class PreviewPlanner(IRegisterSource source, AppliedRegister applied, Circumstances circumstances, WaitingRefusals waiting)
{
    /// <param name="account">The people's account, twelve digits.</param>
    /// <param name="pull">An open pull request that can be merged: its merge commit is the trial merge.</param>
    /// <param name="allowed">Those whose removal the label allows.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RegisterUnreadableException">The register, as it would be, cannot be read.</exception>
    /// <exception cref="PlanRefusedException">The guard refuses the whole plan.</exception>
    public async Task<PreviewPlan> PlanAsync(string account, PullRequest pull, IReadOnlySet<UserName> allowed, CancellationToken cancellationToken)
    {
        var trial = pull.MergeCommit!;
        var merged = await source.ReadAsync(trial, cancellationToken);
        var settings = await source.ReadSettingsAsync(trial, cancellationToken);
        var head = await source.HeadAsync(cancellationToken);
        var (main, resets) = await ReadableAsync(head, cancellationToken);
        var before = await applied.ReadAsync(main ?? merged, cancellationToken);
        var known = await circumstances.ReadAsync(before, (await waiting.WaitingAsync(cancellationToken)).Keys, cancellationToken);

        IReadOnlyList<AskedReset> asked = resets is null ? [] : [.. AskedReset.Of((await source.ReadResetsAsync(trial, cancellationToken)).Since(resets), trial)];
        var plan = MembershipPlan.Between(merged.Register, settings, known, asked);
        // The base's own settings judge: what the pull request changes in them holds from the next one on.
        var verdict = MembershipGuard.Judge(plan, merged.Register, known, main is null ? before.Judging : before.Settings, settings.Adopt, allowed);
        var moves = new GroupMoves(plan, merged.Register, known.Snapshot);
        var already = Already(main, before, known);

        var (notices, noticeProblems) = await NoticesAsync(trial, head, cancellationToken);
        var keys = (Before: await KeyFilesReader.ReadAsync(source, head, cancellationToken), After: await KeyFilesReader.ReadAsync(source, trial, cancellationToken));
        return new PreviewPlan(
            [.. verdict.Allowed.Where(change => !already.Allowed.Contains(Told(change)))],
            [.. verdict.Refused.Where(refusal => !already.Refused.Contains(Told(refusal.Change)))],
            [.. plan.Changes.Where(change => moves.Removes(change) && !already.Holds(Told(change))).Select(change => change.Person).Distinct()],
            asked.Count,
            [.. plan.Findings.Where(finding => finding.Kind == FindingKind.UnknownReset).Select(finding => finding.Subject)],
            verdict.Allowed.Count(change => already.Allowed.Contains(Told(change))) + verdict.Refused.Count(refusal => already.Refused.Contains(Told(refusal.Change))))
        {
            Notices = notices,
            NoticeProblems = noticeProblems,
            Keys = KeyFilesChange.Between(keys.Before, keys.After, merged.Register, account),
        };
    }

    /// <summary>A change with all that it says: a person who waits to be made is another change in other groups.</summary>
    private static string Told(MembershipChange change) => $"{change.Key} {change.What}";

    /// <summary>What the base would bring by itself, judged alike: what this pull request frees, or makes too many, is its own doing and is shown.</summary>
    private static JudgedAlready Already(RegisterAt? main, Basis before, Known known)
    {
        if (main is null || main.Register.People.Count == 0)
        {
            return new JudgedAlready([], []);
        }

        var verdict = MembershipGuard.Judge(MembershipPlan.Between(main.Register, before.Settings, known), main.Register, known, before.Settings, before.Settings.Adopt);
        return new JudgedAlready([.. verdict.Allowed.Select(Told)], [.. verdict.Refused.Select(refusal => Told(refusal.Change))]);
    }

    /// <summary>The base; null for one that cannot be read, which this pull request mends: by itself it would bring nothing, and those settings judge that judged before it.</summary>
    private async Task<(RegisterAt? Register, ResetFiles? Resets)> ReadableAsync(string head, CancellationToken cancellationToken)
    {
        try
        {
            await source.ReadSettingsAsync(head, cancellationToken);
            var resets = await source.ReadResetsAsync(head, cancellationToken);
            return (await source.ReadAsync(head, cancellationToken), resets);
        }
        catch (RegisterUnreadableException)
        {
            return (null, null);
        }
    }

    /// <summary>The notices that the merge would add. They stand apart from the people: broken ones stop no change, but an alert would not know of them.</summary>
    private async Task<(IReadOnlyList<RootNotice> Added, IReadOnlyList<RegisterProblem> Problems)> NoticesAsync(string trial, string head, CancellationToken cancellationToken)
    {
        var (merged, problems) = await ReadNoticesAsync(trial, cancellationToken);
        return ([.. merged.Except((await ReadNoticesAsync(head, cancellationToken)).Notices)], problems);
    }

    private async Task<(IReadOnlyList<RootNotice> Notices, IReadOnlyList<RegisterProblem> Problems)> ReadNoticesAsync(string commit, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.ReadNoticesAsync(commit, cancellationToken), []);
        }
        catch (RegisterUnreadableException unreadable)
        {
            return ([], unreadable.Problems);
        }
    }

    private sealed record JudgedAlready(HashSet<string> Allowed, HashSet<string> Refused)
    {
        public bool Holds(string told) => Allowed.Contains(told) || Refused.Contains(told);
    }
}
