using Gatehouse.GitHub;
using Gatehouse.Register;

namespace Gatehouse.Membership.Preview;

/// <summary>Looks whether GitHub's trial merge of a pull request is of the two commits that would be merged now: an older one would take back what others merged meanwhile.</summary>
public sealed class TrialMerge(IGitHub github, IRegisterSource source)
{
    /// <returns>Whether it can be merged.</returns>
    /// <exception cref="MergeUnknownException">GitHub is still finding out, or made its trial before one of the branches moved.</exception>
    public async Task<bool> IsMergeableAsync(PullRequest pull, CancellationToken cancellationToken)
    {
        if (pull is not { Mergeable: true, MergeCommit: { } trial })
        {
            return pull.Mergeable is null or true ? throw new MergeUnknownException(pull) : false;
        }

        var merged = (await github.CommitsAsync(trial, 1, cancellationToken))[0];
        return merged.Parents is [var into, var from] && from == pull.Head && into == await source.HeadAsync(cancellationToken) ? true : throw new MergeUnknownException(pull);
    }
}

/// <summary>Not now: GitHub has not made its trial merge yet. The state machine asks again.</summary>
public sealed class MergeUnknownException(PullRequest pull) : Exception($"GitHub has not found out yet whether {pull} can be merged as it is now.");
