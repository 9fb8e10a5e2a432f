using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Keeps the plan of a membership run.</summary>
public interface IPlanStore
{
    /// <summary>Writes the plan, and beside it its changes alone as the JSON array that the Map reads.</summary>
    Task<StoredPlan> WriteAsync(RunPlan plan, CancellationToken cancellationToken);

    /// <summary>Reads the plan of a run; null where the run never came to make one.</summary>
    Task<RunPlan?> FindAsync(RunId run, CancellationToken cancellationToken);
}

/// <summary>Where the Map finds the changes, and how many there are.</summary>
public sealed record StoredPlan(string Bucket, string Key, int Changes);

/// <inheritdoc/>
public sealed class S3PlanStore(RunFiles files) : IPlanStore
{
    private const string Plan = "plan";

    public async Task<StoredPlan> WriteAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        await files.WriteAsync(plan.Run, Plan, plan, GatehouseJson.Default.RunPlan, cancellationToken);
        var changes = await files.WriteAsync(plan.Run, "changes", plan.Changes, GatehouseJson.Default.IReadOnlyListPlannedChange, cancellationToken);
        return new StoredPlan(files.Bucket, changes, plan.Changes.Count);
    }

    public Task<RunPlan?> FindAsync(RunId run, CancellationToken cancellationToken) => files.FindAsync(run.Name, Plan, GatehouseJson.Default.RunPlan, cancellationToken);
}
