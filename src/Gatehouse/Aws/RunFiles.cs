using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Amazon.S3.Model;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Keeps what a run set out to do as JSON in S3, under the run's name, because a state holds 256 KB and a plan may be of any size.</summary>
public sealed class RunFiles(IAmazonS3 s3, Settings settings)
{
    public string Bucket => settings.PlanBucket;

    /// <returns>The object's key.</returns>
    public async Task<string> WriteAsync<T>(string run, string name, T value, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var key = KeyOf(run, name);
        using var body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, type));
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = body, ContentType = "application/json" }, cancellationToken);
        return key;
    }

    /// <summary>What the run wrote under that name; null where it never came to it.</summary>
    public async Task<T?> FindAsync<T>(string run, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = KeyOf(run, name) }, cancellationToken);
            return await JsonSerializer.DeserializeAsync(answer.ResponseStream, type, cancellationToken);
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }

    private static string KeyOf(string run, string name) => $"plans/{run}/{name}.json";
}
