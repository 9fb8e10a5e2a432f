using Amazon.DynamoDBv2;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Amazon.StepFunctions;
using Gatehouse.Aws;
using Gatehouse.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Cli.Deployments;

/// <summary>Puts Gatehouse's rooms together over the operator's own credentials, found as every AWS tool finds them.</summary>
internal static class OperatorServices
{
    public static ServiceProvider Over(Settings settings, Func<string, string?> environment)
    {
        var services = new ServiceCollection();
        services.AddSingleton(settings);
        services.AddSingleton<TimeProvider>(Clock.FromEnvironment(environment));
        // What a function logs and counts is told here by the command itself.
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(provider => new Metrics(TextWriter.Null, provider.GetRequiredService<TimeProvider>()));
        AddClients(services);
        Startup.AddRooms(services);
        services.AddSingleton<ISecrets>(provider => new OperatorSecrets(
            ActivatorUtilities.CreateInstance<Secrets>(provider), settings.GitHubSecret, environment(OperatorSecrets.GitHubToken)));
        return services.BuildServiceProvider();
    }

    private static void AddClients(ServiceCollection services)
    {
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.AddSingleton<IAmazonIdentityManagementService>(_ => new AmazonIdentityManagementServiceClient());
        services.AddSingleton(provider => new Lazy<IAmazonIdentityManagementService>(provider.GetRequiredService<IAmazonIdentityManagementService>));
        services.AddSingleton<Func<AWSCredentials, IAmazonIdentityManagementService>>(_ => credentials => new AmazonIdentityManagementServiceClient(credentials));
        services.AddSingleton<IAmazonS3>(_ => new AmazonS3Client());
        services.AddSingleton<IAmazonSecretsManager>(_ => new AmazonSecretsManagerClient());
        services.AddSingleton(new Lazy<IAmazonSecurityTokenService>(() => new AmazonSecurityTokenServiceClient()));
        services.AddSingleton(new Lazy<IAmazonSimpleEmailServiceV2>(() => new AmazonSimpleEmailServiceV2Client()));
        services.AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient());
    }
}
