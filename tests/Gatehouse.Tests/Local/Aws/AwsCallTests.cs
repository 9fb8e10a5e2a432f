using System.Text;
using Gatehouse.Local.Aws;

namespace Gatehouse.Tests.Local.Aws;

public sealed class AwsCallTests
{
    [Theory]
    [InlineData("a form", "iam", "POST", "/", "", null, "Action=CreateUser&UserName=x", "CreateUser")]
    [InlineData("a form whose action is not first", "sts", "POST", "/", "", null, "Version=2011-06-15&Action=GetCallerIdentity", "GetCallerIdentity")]
    [InlineData("a target", "dynamodb", "POST", "/", "", "DynamoDB_20120810.PutItem", "{}", "PutItem")]
    [InlineData("a target", "states", "POST", "/", "", "AWSStepFunctions.StartExecution", "{}", "StartExecution")]
    [InlineData("a target", "secretsmanager", "POST", "/", "", "secretsmanager.GetSecretValue", "{}", "GetSecretValue")]
    [InlineData("an object read", "s3", "GET", "/bucket/plans/x/plan.json", "", null, "", "GetObject")]
    [InlineData("an object written", "s3", "PUT", "/bucket/plans/x/plan.json", "?x-id=PutObject", null, "", "PutObject")]
    [InlineData("a listing", "s3", "GET", "/bucket", "?list-type=2&prefix=p", null, "", "ListObjectsV2")]
    [InlineData("a bucket", "s3", "PUT", "/bucket", "", null, "", "CreateBucket")]
    [InlineData("all buckets", "s3", "GET", "/", "", null, "", "ListBuckets")]
    [InlineData("a mail", "ses", "POST", "/v2/email/outbound-emails", "", null, "{}", "SendEmail")]
    [InlineData("an invocation", "lambda", "POST", "/2015-03-31/functions/f/invocations", "", null, "{}", "Invoke")]
    public void The_action_is_read_from(string where, string service, string method, string path, string query, string? target, string body, string action)
    {
        var call = AwsCall.Recognise(method, path, query, Authorization(service, "eu-west-2"), target, Encoding.UTF8.GetBytes(body));

        call.ShouldSatisfyAllConditions(
            () => call.Service.ShouldBe(service),
            () => call.Region.ShouldBe("eu-west-2"),
            () => call.Action.ShouldBe(action, where));
    }

    [Theory]
    [InlineData("123456789012", "123456789012")]
    [InlineData("anyone", "111122223333")]
    [InlineData("ASIALOCALWORLD000000", "111122223333")]
    [InlineData("12345678901x", "111122223333")]
    public void An_access_key_of_twelve_digits_is_that_account(string key, string account) =>
        AwsCall.Recognise("POST", "/", "", $"AWS4-HMAC-SHA256 Credential={key}/20261121/us-east-1/events/aws4_request, SignedHeaders=host", "AWSEvents.PutEvents", []).Account.ShouldBe(account);

    [Fact]
    public void An_access_key_with_slashes_hides_no_service() =>
        AwsCall.Recognise("POST", "/", "", "AWS4-HMAC-SHA256 Credential=any/key/20261121/us-east-1/iam/aws4_request, SignedHeaders=host", null, "Action=ListUsers"u8)
            .ShouldBe(new AwsCall("iam", "us-east-1", "ListUsers", AwsProtocol.Query));

    [Fact]
    public void A_presigned_address_says_its_service_in_the_query() =>
        AwsCall.Recognise("GET", "/bucket/key", "?X-Amz-Credential=k%2F20261121%2Feu-west-2%2Fs3%2Faws4_request", null, null, []).Region.ShouldBe("eu-west-2");

    [Fact]
    public void A_visitor_may_invoke_a_function_without_signing() =>
        AwsCall.Recognise("POST", "/2015-03-31/functions/f/invocations", "", null, null, []).ShouldBe(new AwsCall("lambda", "eu-west-2", "Invoke", AwsProtocol.RestJson));

    private static string Authorization(string service, string region) =>
        $"AWS4-HMAC-SHA256 Credential=AKIA/20261121/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0";
}
