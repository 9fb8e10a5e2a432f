using Amazon.DynamoDBv2;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.StepFunctions;

namespace Gatehouse.World.Tests;

/// <summary>The world's AWS, through the clients that anyone would use.</summary>
public sealed class AwsClients(WorldFixture world) : IDisposable
{
    private static readonly BasicAWSCredentials Anyone = new("anyone", "at all");

    public AmazonIdentityManagementServiceClient Iam { get; } = new(Anyone, At(new AmazonIdentityManagementServiceConfig(), world));

    public AmazonStepFunctionsClient StepFunctions { get; } = new(Anyone, At(new AmazonStepFunctionsConfig(), world));

    public AmazonDynamoDBClient DynamoDb { get; } = new(Anyone, At(new AmazonDynamoDBConfig(), world));

    public AmazonS3Client S3 { get; } = new(Anyone, At(new AmazonS3Config { ForcePathStyle = true }, world));

    public void Dispose()
    {
        Iam.Dispose();
        StepFunctions.Dispose();
        DynamoDb.Dispose();
        S3.Dispose();
    }

    private static T At<T>(T config, WorldFixture world)
        where T : ClientConfig
    {
        config.ServiceURL = world.Where.Aws.ToString();
        config.AuthenticationRegion = world.Where.Region;
        config.MaxErrorRetry = 0;
        return config;
    }
}
