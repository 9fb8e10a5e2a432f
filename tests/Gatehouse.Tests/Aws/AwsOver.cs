using Amazon.Runtime;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

/// <summary>Lets an AWS client talk to a test's answers instead of AWS.</summary>
internal static class AwsOver
{
    public static readonly BasicAWSCredentials Credentials = new("a-key", "a-secret");

    public static T Scripted<T>(this T config, ScriptedHttp http)
        where T : ClientConfig => config.Over(http);

    public static T Over<T>(this T config, HttpMessageHandler answers)
        where T : ClientConfig
    {
        config.ServiceURL = "http://aws.test";
        config.AuthenticationRegion = "eu-west-2";
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new Factory(answers);
        return config;
    }

    private sealed class Factory(HttpMessageHandler answers) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(answers) { Timeout = TimeSpan.FromSeconds(10) };

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
