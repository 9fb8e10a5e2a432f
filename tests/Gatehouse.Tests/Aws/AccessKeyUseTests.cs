using System.Net;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class AccessKeyUseTests : IDisposable
{
    private readonly ScriptedHttp http = new();
    private readonly AmazonIdentityManagementServiceClient iam;

    public AccessKeyUseTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(http));

    public void Dispose()
    {
        iam.Dispose();
        http.Dispose();
    }

    [Theory]
    [InlineData("NoSuchEntity", HttpStatusCode.NotFound, "The Access Key with id AKIAIOSFODNN7EXAMPLE cannot be found")]
    [InlineData("AccessDenied", HttpStatusCode.Forbidden, "User: arn:aws:sts::111122223333:assumed-role/x/y is not authorized to perform: iam:GetAccessKeyLastUsed")]
    public async Task A_key_that_the_account_does_not_have_is_none_in_both_ways_in_which_IAM_says_so(string code, HttpStatusCode status, string message)
    {
        Answers(status, code, message);

        (await UseAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("AccessDenied", "User: x is not authorized to perform: iam:GetAccessKeyLastUsed on resource: user jane with an explicit deny in a service control policy")]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.")]
    public async Task A_refusal_that_is_not_about_the_key_is_no_answer(string code, string message)
    {
        Answers(HttpStatusCode.Forbidden, code, message);

        await Should.ThrowAsync<AmazonIdentityManagementServiceException>(UseAsync);
    }

    private void Answers(HttpStatusCode status, string code, string message) =>
        http.On("POST /", status, $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>");

    private Task<KeyUse?> UseAsync() => new IamAccessKeys(new(iam)).UseOfAsync(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), default);
}
