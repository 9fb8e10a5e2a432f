using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Credits each change to the merge that touched its line: walks the protected branch back from the head, merge by merge, and compares the
/// register before and after each. It ends where the register was last applied: what is older has been seen by a run before.
/// </summary>
public sealed class Attributor(IGitHub github, IRegisterSource source)
{
    /// <summary>How many merges back it looks; a change beyond them is credited to the head, without a pull request.</summary>
    private const int MostMerges = 20;

    public async Task<IReadOnlyList<PlannedChange>> CreditAsync(
        IReadOnlyList<MembershipChange> changes, RegisterAt head, string? applied, CancellationToken cancellationToken)
    {
        var credited = new Dictionary<string, Attribution>();
        if (changes.Count > 0)
        {
            var commits = await github.CommitsAsync(head.Sha, 100, cancellationToken);
            await WalkAsync(changes, head, MergesBack(commits, head.Sha, applied), credited, cancellationToken);
        }

        return [.. changes.Select(change => new PlannedChange(change, credited.GetValueOrDefault(change.Key) ?? new Attribution(head.Sha)))];
    }

    private async Task WalkAsync(
        IReadOnlyList<MembershipChange> changes, RegisterAt head, IEnumerable<Merge> merges, Dictionary<string, Attribution> credited, CancellationToken cancellationToken)
    {
        var (after, afterSha) = (head.Register, head.Sha);
        foreach (var merge in merges)
        {
            if (credited.Count == changes.Count)
            {
                return;
            }

            if (await ReadableAsync(merge.Before, cancellationToken) is not { } before)
            {
                continue;
            }

            var touched = changes.Where(change => !credited.ContainsKey(change.Key) && change.IsWantedBy(after) && !change.IsWantedBy(before)).ToList();
            if (touched.Count > 0)
            {
                var because = await OfCommitAsync(afterSha, cancellationToken);
                touched.ForEach(change => credited[change.Key] = because);
            }

            (after, afterSha) = (before, merge.Before);
        }
    }

    private static IEnumerable<Merge> MergesBack(IReadOnlyList<CommitSummary> commits, string head, string? applied)
    {
        var bySha = commits.ToDictionary(commit => commit.Sha);
        for (var (sha, steps) = (head, 0); steps < MostMerges && sha != applied; steps++)
        {
            if (!bySha.TryGetValue(sha, out var commit) || commit.Parents.Count == 0)
            {
                yield break;
            }

            yield return new Merge(sha, commit.Parents[0]);
            sha = commit.Parents[0];
        }
    }

    /// <summary>The register of an older commit; null for one that could not be read then, which the merge after it mended.</summary>
    private async Task<PeopleRegister?> ReadableAsync(string sha, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.ReadAsync(sha, cancellationToken)).Register;
        }
        catch (RegisterUnreadableException)
        {
            return null;
        }
    }

    private async Task<Attribution> OfCommitAsync(string sha, CancellationToken cancellationToken)
    {
        var candidates = await github.PullRequestsOfCommitAsync(sha, cancellationToken);
        var found = candidates.FirstOrDefault(one => one.Merged && one.MergeCommit == sha) ?? candidates.FirstOrDefault(one => one.Merged);
        if (found is null)
        {
            return new Attribution(sha);
        }

        var merged = await github.PullRequestAsync(found.Number, cancellationToken);
        return new Attribution(sha, merged.Number, merged.MergedBy, merged.Author);
    }

    private sealed record Merge(string Commit, string Before);
}
