using System.Security.Cryptography;
using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;
using Amazon.SimpleEmailV2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

public sealed class AddressTests
{
    [Fact]
    public async Task Identity_is_called_at_its_one_address_and_signed_for_its_one_region()
    {
        var script = new Script().Answer("<GetUserResponse><GetUserResult/></GetUserResponse>");
        using var client = Clients.Identity(script);

        await client.GetUserAsync();

        script.Sent[0].Address.AbsoluteUri.ShouldBe("https://iam.amazonaws.com/");
        script.Sent[0].Authorization.ShouldContain("/us-east-1/iam/aws4_request");
    }

    [Fact]
    public async Task Mail_goes_to_the_region_s_address_and_is_signed_as_ses()
    {
        var script = new Script().Answer("{}");
        using var client = Clients.Mail(script);

        await client.SendEmailAsync(new SendEmailRequest());

        script.Sent[0].Address.AbsoluteUri.ShouldBe("https://email.eu-west-2.amazonaws.com/v2/email/outbound-emails");
        script.Sent[0].Authorization.ShouldContain("/eu-west-2/ses/aws4_request");
    }

    [Fact]
    public async Task Machines_are_called_by_target()
    {
        var script = new Script().Answer("{}");
        using var client = Clients.Machines(script);

        await client.StartExecutionAsync(new StartExecutionRequest());

        script.Sent[0].Address.AbsoluteUri.ShouldBe("https://states.eu-west-2.amazonaws.com/");
        script.Sent[0].Authorization.ShouldContain("/eu-west-2/states/aws4_request");
        script.Sent[0].Headers["X-Amz-Target"].ShouldBe("AWSStepFunctions.StartExecution");
        script.Sent[0].Headers["Content-Type"].ShouldBe("application/x-amz-json-1.0");
    }

    [Fact]
    public async Task Secrets_are_called_by_target()
    {
        var script = new Script().Answer("{}");
        using var client = Clients.Secrets(script);

        await client.GetSecretValueAsync(new GetSecretValueRequest());

        script.Sent[0].Address.AbsoluteUri.ShouldBe("https://secretsmanager.eu-west-2.amazonaws.com/");
        script.Sent[0].Authorization.ShouldContain("/eu-west-2/secretsmanager/aws4_request");
        script.Sent[0].Headers["X-Amz-Target"].ShouldBe("secretsmanager.GetSecretValue");
        script.Sent[0].Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
    }

    [Fact]
    public async Task The_body_that_is_sent_is_the_body_that_was_signed()
    {
        var script = new Script().Answer("{}").Answer("<CreateUserResponse/>");
        using var machines = Clients.Machines(script);
        using var identity = Clients.Identity(script);

        await machines.StartExecutionAsync(new StartExecutionRequest { Input = """{"name":"Zoë + co"}""" });
        await identity.CreateUserAsync(new CreateUserRequest("zoe+co@example.com"));

        foreach (var sent in script.Sent)
            sent.Headers["X-Amz-Content-SHA256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(sent.Content)));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL", "http://localhost:4561/")]
    [InlineData("AWS_ENDPOINT_URL_SFN", "http://localhost:4562/")]
    public async Task An_address_in_the_environment_is_used_and_the_region_still_signed(string variable, string address)
    {
        Environment.SetEnvironmentVariable(variable, address);
        try
        {
            var script = new Script().Answer("{}");
            using var client = Clients.Machines(script);

            await client.StartExecutionAsync(new StartExecutionRequest());

            script.Sent[0].Address.AbsoluteUri.ShouldBe(address);
            script.Sent[0].Authorization.ShouldContain("/eu-west-2/states/");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public async Task Identity_honours_an_address_in_the_environment_too()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://localhost:4561");
        try
        {
            var script = new Script().Answer("<GetUserResponse/>");
            using var client = Clients.Identity(script);

            await client.GetUserAsync();

            script.Sent[0].Address.AbsoluteUri.ShouldBe("http://localhost:4561/");
            script.Sent[0].Authorization.ShouldContain("/us-east-1/iam/");
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", null);
        }
    }

    [Theory]
    [InlineData("eu-west-2", "https://iam.amazonaws.com/")]
    [InlineData("cn-northwest-1", "https://iam.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-east-1", "https://iam.us-gov.amazonaws.com/")]
    public void Each_partition_has_one_identity_address(string region, string address)
    {
        using var client = new AmazonIdentityManagementServiceClient(Clients.Credentials, RegionEndpoint.GetBySystemName(region));

        client.DetermineServiceOperationEndpoint(new GetUserRequest()).URL.ShouldBe(address);
    }

    [Theory]
    [InlineData("eu-west-2", false, false, "https://states.eu-west-2.amazonaws.com/")]
    [InlineData("eu-west-2", true, false, "https://states.eu-west-2.api.aws/")]
    [InlineData("us-east-1", false, true, "https://states-fips.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://states.cn-north-1.amazonaws.com.cn/")]
    public void Each_region_has_its_own_address(string region, bool dualStack, bool fips, string address)
    {
        var config = new AmazonStepFunctionsConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseDualstackEndpoint = dualStack,
            UseFIPSEndpoint = fips,
        };
        using var client = new AmazonStepFunctionsClient(Clients.Credentials, config);

        client.DetermineServiceOperationEndpoint(new StartExecutionRequest()).URL.ShouldBe(address);
    }

    [Fact]
    public void A_clients_default_settings_can_be_made_by_its_interface()
    {
        var config = Defaults<IAmazonStepFunctions>();

        config.ShouldBeOfType<AmazonStepFunctionsConfig>().RetryMode.ShouldBe(RequestRetryMode.Standard);
        config.AuthenticationServiceName.ShouldBe("states");
        AmazonStepFunctionsConfig.ServiceId.ShouldBe("SFN");
    }

    private static ClientConfig Defaults<T>() where T : IAmazonService => T.CreateDefaultClientConfig();
}
