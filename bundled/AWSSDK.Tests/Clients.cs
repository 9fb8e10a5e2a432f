using Amazon;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SimpleEmailV2;
using Amazon.StepFunctions;

namespace Bundled.Aws;

/// <summary>Clients of one scripted service, or of an emulator's address.</summary>
internal static class Clients
{
    public static readonly BasicAWSCredentials Credentials = new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static AmazonIdentityManagementServiceClient Identity(Script script = null, string address = null) =>
        new(Credentials, With(new AmazonIdentityManagementServiceConfig(), script, address));

    public static AmazonSimpleEmailServiceV2Client Mail(Script script = null, string address = null) =>
        new(Credentials, With(new AmazonSimpleEmailServiceV2Config(), script, address));

    public static AmazonStepFunctionsClient Machines(Script script = null, string address = null) =>
        new(Credentials, With(new AmazonStepFunctionsConfig(), script, address));

    public static AmazonSecretsManagerClient Secrets(Script script = null, string address = null) =>
        new(Credentials, With(new AmazonSecretsManagerConfig(), script, address));

    private static T With<T>(T config, Script script, string address) where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.EUWest2;
        if (address != null) config.ServiceURL = address;
        if (address != null) config.AuthenticationRegion = RegionEndpoint.EUWest2.SystemName;
        config.HttpClientFactory = script;
        return config;
    }
}
