using System.Globalization;
using Gatehouse.Aws;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>Lets one run at a time plan a pull request, so that there is one comment, and the last to write is the one that read last.</summary>
public sealed class PreviewLock(LedgerTable table, IRuns runs, TimeProvider clock)
{
    /// <exception cref="LockHeldException">Another run holds it and is still running: wait and ask again.</exception>
    public Task TakeAsync(int pullRequest, RunId run, CancellationToken cancellationToken) => Of(pullRequest).TakeAsync(run, cancellationToken);

    /// <summary>Gives it back; one that this run does not hold stays with its holder.</summary>
    public Task ReleaseAsync(int pullRequest, RunId run, CancellationToken cancellationToken) => Of(pullRequest).ReleaseAsync(run, cancellationToken);

    private NamedLock Of(int pullRequest) => new(table, runs, clock, string.Create(CultureInfo.InvariantCulture, $"preview-{pullRequest}"));
}
