using System.Net;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Account;

public sealed class PasswordPolicyApplyTests : IDisposable
{
    private const string Address = "https://cloudformation.test/answer?X-Amz-Signature=a-secret-signature";
    private const string Answer = "PUT /answer?X-Amz-Signature=a-secret-signature";

    private static readonly CustomResourceRequest Create = new("Create", Address, "arn:aws:cloudformation:eu-west-2:111122223333:stack/gatehouse/1", "request-1", "PasswordPolicy");

    private readonly FakePasswordPolicy policy = new();
    private readonly ScriptedHttp http = new();
    private readonly LinesLogged lines = new();

    public void Dispose() => lines.Dispose();

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task The_settings_are_put_in_place_and_CloudFormation_is_told(string type)
    {
        await DoAsync(Create with { RequestType = type });

        policy.Current.ShouldBe(AccountPasswordPolicy.Wanted(new PasswordRules(16, PasswordClasses.None, 24, 0)));
        JsonNode.DeepEquals(Told(), JsonNode.Parse("""
            {"Status":"SUCCESS","PhysicalResourceId":"account-password-policy","StackId":"arn:aws:cloudformation:eu-west-2:111122223333:stack/gatehouse/1",
             "RequestId":"request-1","LogicalResourceId":"PasswordPolicy"}
            """)).ShouldBeTrue(Told().ToJsonString());
    }

    [Fact]
    public async Task The_same_request_twice_changes_nothing_more()
    {
        await DoAsync(Create);
        await DoAsync(Create);

        policy.Puts.Distinct().ShouldHaveSingleItem();
        http.Requests.Select(sent => sent.Body).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_update_keeps_the_name_so_that_nothing_is_deleted_after_it()
    {
        await DoAsync(Create with { RequestType = "Update", PhysicalResourceId = "a-name-of-an-earlier-version" });

        Told()["PhysicalResourceId"]!.GetValue<string>().ShouldBe("a-name-of-an-earlier-version");
    }

    [Fact]
    public async Task A_stack_that_is_deleted_leaves_the_policy_behind()
    {
        policy.Current = AccountPasswordPolicy.Wanted(new PasswordRules(20, PasswordClasses.Digit, 24, 0));

        await DoAsync(Create with { RequestType = "Delete", PhysicalResourceId = "account-password-policy" });

        policy.Puts.ShouldBeEmpty();
        Told()["Status"]!.GetValue<string>().ShouldBe("SUCCESS");
    }

    [Fact]
    public async Task A_refusal_by_IAM_is_answered_with_what_to_do()
    {
        policy.Failure = new AmazonIdentityManagementServiceException("not authorized to perform: iam:UpdateAccountPasswordPolicy", ErrorType.Sender, "AccessDenied", "r", HttpStatusCode.Forbidden);

        await DoAsync(Create);

        Told()["Status"]!.GetValue<string>().ShouldBe("FAILED");
        Told()["Reason"]!.GetValue<string>().ShouldBe(
            "IAM refused the password policy (AccessDenied: not authorized to perform: iam:UpdateAccountPasswordPolicy). "
            + "Look whether the function's role may call iam:UpdateAccountPasswordPolicy and whether a policy of the organisation forbids it, and deploy again.");
        lines.Text.ShouldContain("AccessDenied");
    }

    [Fact]
    public async Task A_value_that_IAM_does_not_take_is_to_be_corrected_in_the_settings()
    {
        policy.Failure = new AmazonIdentityManagementServiceException("minimumPasswordLength must be at most 128", ErrorType.Sender, "ValidationError", "r", HttpStatusCode.BadRequest);

        await DoAsync(Create);

        Told()["Reason"]!.GetValue<string>().ShouldBe(
            "IAM refused the password policy (ValidationError: minimumPasswordLength must be at most 128). Where it names a value, correct that setting of the password in cdk.json; then deploy again.");
    }

    public static TheoryData<string, Exception> Breaks => new()
    {
        { "no answer", new HttpRequestException("Connection refused") },
        { "an answer that is none", new AmazonClientException("The response is no XML") },
        { "a setting is missing", new SettingMissingException("The environment variable GATEHOUSE_PASSWORD_LENGTH is not set.") },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Whatever_breaks_CloudFormation_does_not_wait_for_an_hour(string what, Exception failure)
    {
        policy.Failure = failure;

        await DoAsync(Create);

        Told()["Status"]!.GetValue<string>().ShouldBe("FAILED", what);
        Told()["Reason"]!.GetValue<string>().ShouldContain(failure.Message, Case.Sensitive, what);
    }

    [Fact]
    public async Task A_request_that_nobody_knows_is_refused_and_changes_nothing()
    {
        await DoAsync(Create with { RequestType = "Import" });

        policy.Puts.ShouldBeEmpty();
        Told()["Status"]!.GetValue<string>().ShouldBe("FAILED");
        Told()["Reason"]!.GetValue<string>().ShouldContain("'Import'");
    }

    [Theory]
    [InlineData("no answer")]
    [InlineData("an expired address")]
    [InlineData("no address")]
    public async Task An_answer_that_does_not_arrive_escapes_without_naming_the_address(string why)
    {
        var scripted = why == "no answer" ? http.On(Answer, new HttpRequestException($"no route to {Address}")) : http.On(Answer, HttpStatusCode.Forbidden);
        var request = why == "no address" ? Create with { ResponseURL = "not an address" } : Create;

        var escaped = await Should.ThrowAsync<AnswerNotTakenException>(() => Apply(scripted).AnswerAsync(request, default));

        escaped.ToString().ShouldNotContain("a-secret-signature");
        escaped.InnerException.ShouldBeNull();
        lines.Text.ShouldNotContain("a-secret-signature");
    }

    [Fact]
    public void A_request_does_not_print_its_address() => $"{Create}".ShouldBe("Create of PasswordPolicy");

    [Fact]
    public async Task An_answer_has_no_content_type_because_its_address_is_signed_without_one()
    {
        using var kept = new KeepsContentType();
        using var client = new HttpClient(kept);

        await new CustomResourceAnswers(client).PutAsync(Address, CustomResourceAnswer.Done(Create, "id"), default);

        kept.ContentType.ShouldBeNull();
        kept.Length.ShouldNotBeNull();
    }

    private async Task DoAsync(CustomResourceRequest request) => await Apply(http.On(Answer, HttpStatusCode.OK)).AnswerAsync(request, default);

    private PasswordPolicyApply Apply(ScriptedHttp answers) => new(policy, new CustomResourceAnswers(answers.Client()), PasswordSettings.Usual, lines.For<PasswordPolicyApply>());

    private JsonNode Told() => JsonNode.Parse(http.Requests[^1].Body)!;

    private sealed class KeepsContentType : HttpMessageHandler
    {
        public string? ContentType { get; private set; }

        public long? Length { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (ContentType, Length) = (request.Content!.Headers.ContentType?.ToString(), request.Content.Headers.ContentLength);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
