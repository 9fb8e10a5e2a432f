using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Keeps the plan of a run in S3, because a state holds 256 KB and a plan may be of any size.</summary>
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
public sealed class S3PlanStore(IAmazonS3 s3, Settings settings) : IPlanStore
{
    public async Task<StoredPlan> WriteAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var changes = $"plans/{plan.Run}/changes.json";
        await PutAsync(PlanKey(plan.Run), JsonSerializer.SerializeToUtf8Bytes(plan, GatehouseJson.Default.RunPlan), cancellationToken);
        await PutAsync(changes, JsonSerializer.SerializeToUtf8Bytes(plan.Changes, GatehouseJson.Default.IReadOnlyListPlannedChange), cancellationToken);
        return new StoredPlan(settings.PlanBucket, changes, plan.Changes.Count);
    }

    public async Task<RunPlan?> FindAsync(RunId run, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = settings.PlanBucket, Key = PlanKey(run.Name) }, cancellationToken);
            return await JsonSerializer.DeserializeAsync(answer.ResponseStream, GatehouseJson.Default.RunPlan, cancellationToken);
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }

    private static string PlanKey(string run) => $"plans/{run}/plan.json";

    private async Task PutAsync(string key, byte[] bytes, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(bytes);
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = settings.PlanBucket, Key = key, InputStream = body, ContentType = "application/json" },
            cancellationToken);
    }
}
