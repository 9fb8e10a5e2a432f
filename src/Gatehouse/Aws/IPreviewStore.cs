using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Keeps plans of pull requests that are too long for a comment.</summary>
public interface IPreviewStore
{
    /// <summary>Writes a plan in Markdown; the same pull request at the same head overwrites its own.</summary>
    /// <returns>The page of the AWS console that leads to it, for whoever may read the bucket.</returns>
    Task<string> WriteAsync(int pullRequest, string head, string text, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class S3PreviewStore(IAmazonS3 s3, Settings settings) : IPreviewStore
{
    public async Task<string> WriteAsync(int pullRequest, string head, string text, CancellationToken cancellationToken)
    {
        var key = $"previews/{pullRequest}/{head}.md";
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = settings.PlanBucket, Key = key, InputStream = body, ContentType = "text/markdown; charset=utf-8" }, cancellationToken);
        return $"https://console.aws.amazon.com/s3/object/{settings.PlanBucket}?region={settings.HomeRegion}&prefix={key}";
    }
}
