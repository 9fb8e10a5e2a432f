using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>Finds the lines that each merge added to the reset files, and leaves out those whose mail the ledger knows.</summary>
public sealed class AskedResets(IRegisterSource source, Welcomes welcomes)
{
    /// <param name="merges">The merges since all was done, newest first.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="RegisterUnreadableException">A reset file at the head cannot be read; an older one was mended by the merge after it, and is passed over.</exception>
    public async Task<IReadOnlyList<AskedReset>> OfAsync(IReadOnlyList<Merge> merges, CancellationToken cancellationToken)
    {
        var asked = new List<AskedReset>();
        var before = merges is [.., var oldest] ? await ReadableAsync(oldest.Before, cancellationToken) : null;
        foreach (var commit in merges.Select(merge => merge.Commit).Reverse())
        {
            var after = commit == merges[0].Commit ? await source.ReadResetsAsync(commit, cancellationToken) : await ReadableAsync(commit, cancellationToken);
            if (before is not null && after is not null)
            {
                asked.AddRange(AskedReset.Of(after.Since(before), commit).Distinct());
            }

            before = after ?? before;
        }

        return await NewAsync(asked, cancellationToken);
    }

    private async Task<IReadOnlyList<AskedReset>> NewAsync(List<AskedReset> asked, CancellationToken cancellationToken)
    {
        var fresh = new List<AskedReset>();
        foreach (var reset in asked)
        {
            if (reset.Mfa || await welcomes.FindAsync(WelcomeId.Of(new ResetPassword(reset.Person, reset.Merge)), cancellationToken) is null)
            {
                fresh.Add(reset);
            }
        }

        return fresh;
    }

    private async Task<ResetFiles?> ReadableAsync(string sha, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadResetsAsync(sha, cancellationToken);
        }
        catch (RegisterUnreadableException)
        {
            return null;
        }
    }
}
