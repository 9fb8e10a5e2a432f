using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Account;

/// <summary>The account's password policy, as the deployed custom resource puts it in place.</summary>
[Collection(OwnWorld.Name)]
public sealed class PasswordPolicyTests(OwnWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly AwsClients aws = new(world);
    private readonly AnswerBox box = new();

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_deployment_has_put_the_settings_in_place() => ShouldBeAsDeployed(await PolicyAsync());

    [Fact]
    public async Task A_request_that_comes_twice_changes_nothing_and_is_answered_alike_each_time()
    {
        await AskAsync("Update");
        var once = await PolicyAsync();
        await AskAsync("Update");

        ShouldBeAsDeployed(once);
        ShouldBeAsDeployed(await PolicyAsync());
        box.Answers.Count.ShouldBe(2);
        box.Answers[1].ToJsonString().ShouldBe(box.Answers[0].ToJsonString());
        ((string)box.Answers[0]["Status"]!).ShouldBe("SUCCESS");
        box.ContentTypes.ShouldAllBe(type => type == null);
    }

    [Fact]
    public async Task A_policy_that_IAM_refuses_is_answered_with_the_reason_and_what_to_do()
    {
        await world.FailAsync("iam", "UpdateAccountPasswordPolicy", "AccessDenied");

        await AskAsync("Update");

        var answer = box.Answers.ShouldHaveSingleItem();
        ((string)answer["Status"]!).ShouldBe("FAILED");
        ((string)answer["Reason"]!).ShouldStartWith("IAM refused the password policy (AccessDenied");
        ((string)answer["Reason"]!).ShouldEndWith("and deploy again.");
    }

    [Fact]
    public async Task A_stack_that_goes_leaves_the_policy()
    {
        await AskAsync("Delete");

        ((string)box.Answers.ShouldHaveSingleItem()["Status"]!).ShouldBe("SUCCESS");
        ShouldBeAsDeployed(await PolicyAsync());
    }

    [Fact]
    public async Task An_answer_to_nobody_is_not_taken_by_the_world()
    {
        using var answer = await world.Web.PutAsync(new Uri("custom-resource/0000", UriKind.Relative), new ByteArrayContent("{}"u8.ToArray()));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    public void Dispose()
    {
        box.Dispose();
        aws.Dispose();
    }

    private async Task<PasswordPolicy> PolicyAsync() => (await aws.Iam.GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest())).PasswordPolicy;

    private static void ShouldBeAsDeployed(PasswordPolicy policy)
    {
        (policy.MinimumPasswordLength, policy.PasswordReusePrevention, policy.ExpirePasswords, policy.AllowUsersToChangePassword).ShouldBe((16, 24, false, true));
        (policy.RequireUppercaseCharacters, policy.RequireLowercaseCharacters, policy.RequireNumbers, policy.RequireSymbols).ShouldBe((false, false, false, false));
    }

    /// <summary>Delivers the same request of CloudFormation each time.</summary>
    private async Task AskAsync(string type)
    {
        var request = new JsonObject
        {
            ["RequestType"] = type,
            ["ResponseURL"] = box.Address.ToString(),
            ["StackId"] = "arn:aws:cloudformation:eu-west-2:111122223333:stack/gatehouse/1",
            ["RequestId"] = "a-request",
            ["LogicalResourceId"] = "PasswordPolicy",
            ["PhysicalResourceId"] = "account-password-policy",
            ["ResourceProperties"] = new JsonObject { ["Length"] = "16" },
        };
        using var answer = await world.Web.PostAsJsonAsync(new Uri(world.Where.Aws, "/2015-03-31/functions/gatehouse-KeepPasswordPolicy/invocations"), request);
        answer.Headers.Contains("X-Amz-Function-Error").ShouldBeFalse(await answer.Content.ReadAsStringAsync());
    }
}
