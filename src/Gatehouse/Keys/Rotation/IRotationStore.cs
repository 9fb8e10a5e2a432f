using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Rotation;

/// <summary>Keeps what a run of rotations set out to do.</summary>
public interface IRotationStore
{
    /// <returns>Where the Map finds the items.</returns>
    Task<RotationsFound> WriteAsync(RunId run, IReadOnlyList<RotationItem> items, RotationNotes notes, CancellationToken cancellationToken);

    /// <returns>Null where the run ended before it had found anything.</returns>
    Task<RotationNotes?> FindNotesAsync(RunId run, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class S3RotationStore(RunFiles files) : IRotationStore
{
    private const string Items = "rotations", Notes = "rotation-notes";

    public async Task<RotationsFound> WriteAsync(RunId run, IReadOnlyList<RotationItem> items, RotationNotes notes, CancellationToken cancellationToken)
    {
        await files.WriteAsync(run.Name, Notes, notes, GatehouseJson.Default.RotationNotes, cancellationToken);
        var key = await files.WriteAsync(run.Name, Items, items, GatehouseJson.Default.IReadOnlyListRotationItem, cancellationToken);
        return new RotationsFound(files.Bucket, key, items.Count);
    }

    public Task<RotationNotes?> FindNotesAsync(RunId run, CancellationToken cancellationToken) => files.FindAsync(run.Name, Notes, GatehouseJson.Default.RotationNotes, cancellationToken);
}

/// <summary>What a run saw beside what it does.</summary>
/// <param name="Trigger">What started it.</param>
/// <param name="Findings">What is only named.</param>
/// <param name="Listed">How many machine users have a rotation.</param>
public sealed record RotationNotes(string Trigger, IReadOnlyList<RotationFinding> Findings, int Listed);
