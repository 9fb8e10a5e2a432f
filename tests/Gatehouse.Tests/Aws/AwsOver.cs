using Amazon.Runtime;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

/// <summary>Lets an AWS client talk to scripted answers instead of AWS.</summary>
internal static class AwsOver
{
    public static readonly BasicAWSCredentials Credentials = new("a-key", "a-secret");

    public static T Scripted<T>(this T config, ScriptedHttp http)
        where T : ClientConfig
    {
        config.ServiceURL = "http://aws.test";
        config.AuthenticationRegion = "eu-west-2";
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new Factory(http);
        return config;
    }

    private sealed class Factory(ScriptedHttp http) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => http.Client();

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
    }
}
