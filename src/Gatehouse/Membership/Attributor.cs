using System.Text.RegularExpressions;
using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Credits each change to the merge that touched its line: goes back from the head, merge by merge, and compares the register before and after
/// each. A change that waits, or a first password, keeps the merge that it was credited to when it was first seen.
/// </summary>
public sealed partial class Attributor(IGitHub github, IRegisterSource source)
{
    /// <summary>How many merges back it compares; a change beyond them is credited to the head, without a pull request.</summary>
    public const int MostMerges = 20;

    /// <param name="changes">What to credit.</param>
    /// <param name="head">The register at the head.</param>
    /// <param name="merges">The merges since all was done, newest first.</param>
    /// <param name="remembered">Changes that were credited before, by their keys.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<PlannedChange>> CreditAsync(
        IReadOnlyList<MembershipChange> changes, RegisterAt head, IReadOnlyList<Merge> merges, IReadOnlyDictionary<string, Attribution> remembered, CancellationToken cancellationToken)
    {
        var credited = new Dictionary<string, Attribution>(remembered);
        foreach (var (key, merge) in changes.Select(change => (change.Key, Merge: MergeOf(change))).Where(one => one.Merge is not null))
        {
            credited[key] = await OfCommitAsync(merge!, cancellationToken);
        }

        await WalkAsync([.. changes.Where(change => !credited.ContainsKey(change.Key))], head, merges.Take(MostMerges), credited, cancellationToken);
        return [.. changes.Select(change => new PlannedChange(change, credited.GetValueOrDefault(change.Key) ?? new Attribution(head.Sha)))];
    }

    /// <summary>A reset says itself which merge asked for it.</summary>
    private static string? MergeOf(MembershipChange change) => change switch
    {
        ResetPassword reset => reset.Merge,
        ResetMfa reset => reset.Merge,
        _ => null,
    };

    private async Task WalkAsync(
        List<MembershipChange> changes, RegisterAt head, IEnumerable<Merge> merges, Dictionary<string, Attribution> credited, CancellationToken cancellationToken)
    {
        var (after, afterSha) = (head.Register, head.Sha);
        foreach (var merge in merges)
        {
            if (changes.Count == 0)
            {
                return;
            }

            if (await ReadableAsync(merge.Before, cancellationToken) is not { } before)
            {
                continue;
            }

            var touched = changes.Where(change => change.IsWantedBy(after) && !change.IsWantedBy(before)).ToList();
            if (touched.Count > 0)
            {
                var because = await OfCommitAsync(afterSha, cancellationToken);
                touched.ForEach(change => credited[change.Key] = because);
                changes.RemoveAll(touched.Contains);
            }

            (after, afterSha) = (before, merge.Before);
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

    /// <summary>The pull request that brought a commit of the branch, and who is behind it.</summary>
    public async Task<Attribution> OfCommitAsync(string sha, CancellationToken cancellationToken)
    {
        var candidates = await github.PullRequestsOfCommitAsync(sha, cancellationToken);
        var found = candidates.FirstOrDefault(one => one.Merged && one.MergeCommit == sha) ?? candidates.FirstOrDefault(one => one.Merged);
        if (found is null)
        {
            return new Attribution(sha);
        }

        var merged = await github.PullRequestAsync(found.Number, cancellationToken);
        return new Attribution(sha, merged.Number, merged.MergedBy, merged.Author, Requester(merged.Body));
    }

    /// <summary>The request form writes who asked into the body.</summary>
    private static string? Requester(string? body) => AskedBy().Match(body ?? "") is { Success: true } found ? found.Groups["address"].Value : null;

    [GeneratedRegex(@"^Requested using \S+(?: \S+)? by (?<address>[^\s@<>]+@[^\s@<>]+?)\.?\s*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex AskedBy();
}
