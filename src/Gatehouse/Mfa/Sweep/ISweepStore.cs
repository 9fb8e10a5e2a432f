using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Mfa.Sweep;

/// <summary>Keeps what a sweep over MFA devices found.</summary>
public interface ISweepStore
{
    /// <summary>Writes what was found, and beside it the people to look at as the JSON array that the Map reads.</summary>
    /// <returns>Where the Map finds the people.</returns>
    Task<(string Bucket, string Key)> WriteAsync(RunId run, SweepFound found, CancellationToken cancellationToken);

    /// <summary>What a sweep found; null where it never came to its end.</summary>
    Task<SweepFound?> FindAsync(RunId run, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class S3SweepStore(RunFiles files) : ISweepStore
{
    private const string Found = "found";

    public async Task<(string Bucket, string Key)> WriteAsync(RunId run, SweepFound found, CancellationToken cancellationToken)
    {
        await files.WriteAsync(run.Name, Found, found, GatehouseJson.Default.SweepFound, cancellationToken);
        return (files.Bucket, await files.WriteAsync(run.Name, "people", found.People, GatehouseJson.Default.IReadOnlyListMfaCandidate, cancellationToken));
    }

    public Task<SweepFound?> FindAsync(RunId run, CancellationToken cancellationToken) => files.FindAsync(run.Name, Found, GatehouseJson.Default.SweepFound, cancellationToken);
}
