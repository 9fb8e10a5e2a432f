using Amazon.CDK;
using Amazon.CDK.AWS.CloudTrail;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// A trail over all regions, for an account that has none: EventBridge tells what a trail records and nothing else. Its bucket is private,
/// encrypted and takes TLS alone, and outlives the stack.
/// </summary>
internal sealed class GlobalTrail : Construct
{
    public GlobalTrail(Construct scope, DeploymentSettings settings)
        : base(scope, "Trail")
    {
        var bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            LifecycleRules = [new LifecycleRule { Id = "expire", Expiration = Duration.Days(settings.AuditYears * 365), AbortIncompleteMultipartUploadAfter = Duration.Days(1) }],
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        _ = new Trail(this, "Trail", new TrailProps
        {
            TrailName = settings.Name,
            Bucket = bucket,
            IsMultiRegionTrail = true,
            IncludeGlobalServiceEvents = true,
            EnableFileValidation = true,
            ManagementEvents = ReadWriteType.ALL,
        });
    }
}
