using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>
/// Where plans and the results of their changes wait for a run. They expire by themselves. The bucket stays when the stack goes, because
/// CloudFormation cannot delete a bucket with objects in it; CloudFormation names it, so that what stayed never blocks a new stack.
/// </summary>
internal sealed class PlanBucket : Construct
{
    public PlanBucket(Construct scope, DeploymentSettings settings)
        : base(scope, "Plans")
    {
        Bucket = new Bucket(this, "Bucket", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            Versioned = false,
            LifecycleRules =
            [
                new LifecycleRule
                {
                    Id = "expire",
                    Expiration = Duration.Days(settings.PlanRetentionDays),
                    AbortIncompleteMultipartUploadAfter = Duration.Days(1),
                },
            ],
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
    }

    public Bucket Bucket { get; }

    /// <summary>The plans that the functions write and the run reads.</summary>
    public string Plans => Bucket.ArnForObjects("plans/*");

    /// <summary>The plans of pull requests that are too long for a comment.</summary>
    public string Previews => Bucket.ArnForObjects("previews/*");

    /// <summary>What the Distributed Map says of each change.</summary>
    public string Results => Bucket.ArnForObjects("results/*");
}
