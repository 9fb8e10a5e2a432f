using System.Text;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.IdentityManagement.Model;
using Amazon.SecretsManager.Model;
using Amazon.SimpleEmailV2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

public sealed class RequestTests
{
    private const string Empty = "<Response/>";

    [Fact]
    public async Task A_form_escapes_what_a_form_would_misread()
    {
        var script = new Script().Answer(Empty);
        using var client = Clients.Identity(script);

        await client.AddUserToGroupAsync(new AddUserToGroupRequest("Cross Account", "zoë+co@example.com"));

        script.Sent[0].Body.Split('&').ShouldBe(
            ["Action=AddUserToGroup", "GroupName=Cross%20Account", "UserName=zo%C3%AB%2Bco%40example.com", "Version=2010-05-08"], ignoreOrder: true);
    }

    [Fact]
    public async Task Tags_and_plain_lists_are_numbered_members()
    {
        var script = new Script().Answer(Empty).Answer(Empty);
        using var client = Clients.Identity(script);

        await client.TagUserAsync(new TagUserRequest { UserName = "anna", Tags = [new Tag { Key = "a", Value = "1" }, new Tag { Key = "b", Value = "" }] });
        await client.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest { Filter = ["User", "Group"] });

        script.Sent[0].Body.ShouldContain("Tags.member.1.Key=a&Tags.member.1.Value=1&Tags.member.2.Key=b&Tags.member.2.Value=&");
        script.Sent[1].Body.ShouldContain("Filter.member.1=User&Filter.member.2=Group");
    }

    [Fact]
    public async Task What_nobody_set_is_not_sent_and_what_was_set_to_false_is()
    {
        var script = new Script().Answer(Empty).Answer(Empty);
        using var client = Clients.Identity(script);

        await client.CreateLoginProfileAsync(new CreateLoginProfileRequest("anna", "p&=ss") { PasswordResetRequired = false });
        await client.GetUserAsync();

        script.Sent[0].Body.ShouldContain("PasswordResetRequired=false");
        script.Sent[0].Body.ShouldContain("Password=p%26%3Dss");
        script.Sent[1].Body.Split('&').ShouldBe(["Action=GetUser", "Version=2010-05-08"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_password_policy_is_sent_whole()
    {
        var script = new Script().Answer(Empty);
        using var client = Clients.Identity(script);

        await client.UpdateAccountPasswordPolicyAsync(new UpdateAccountPasswordPolicyRequest
        {
            MinimumPasswordLength = 16,
            RequireSymbols = false,
            RequireNumbers = true,
            RequireUppercaseCharacters = false,
            RequireLowercaseCharacters = true,
            AllowUsersToChangePassword = true,
            MaxPasswordAge = 90,
            PasswordReusePrevention = 24,
            HardExpiry = false,
        });

        script.Sent[0].Body.Split('&').ShouldBe(
            [
                "Action=UpdateAccountPasswordPolicy", "AllowUsersToChangePassword=true", "HardExpiry=false", "MaxPasswordAge=90", "MinimumPasswordLength=16", "PasswordReusePrevention=24",
                "RequireLowercaseCharacters=true", "RequireNumbers=true", "RequireSymbols=false", "RequireUppercaseCharacters=false", "Version=2010-05-08",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task An_empty_list_is_sent_unless_collections_start_out_empty()
    {
        var script = new Script().Answer(Empty).Answer(Empty);
        using var client = Clients.Identity(script);

        await client.CreateUserAsync(new CreateUserRequest("anna") { Tags = [] });
        AWSConfigs.InitializeCollections = true;
        try
        {
            await client.CreateUserAsync(new CreateUserRequest("anna"));
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }

        script.Sent[0].Body.ShouldContain("Tags=");
        script.Sent[1].Body.ShouldNotContain("Tags");
    }

    [Fact]
    public async Task A_mail_is_sent_whole()
    {
        var script = new Script().Answer("{}");
        using var client = Clients.Mail(script);

        await client.SendEmailAsync(new SendEmailRequest
        {
            FromEmailAddress = "Gatehouse <gatehouse@example.com>",
            Destination = new Destination { ToAddresses = ["zoë@example.com"] },
            Content = new EmailContent
            {
                Simple = new Message
                {
                    Subject = new Content { Data = "Hello \"you\"", Charset = "UTF-8" },
                    Body = new Body { Text = new Content { Data = "a\nb" }, Html = new Content { Data = "<p>a</p>" } },
                    Attachments = [new Attachment { FileName = "a.bin", RawContent = new MemoryStream([1, 2, 3]), ContentDisposition = "INLINE" }],
                },
            },
            EmailTags = [new MessageTag { Name = "run", Value = "7" }],
            ConfigurationSetName = "gatehouse",
        });

        var expected = JsonNode.Parse(
            """
            {"FromEmailAddress":"Gatehouse <gatehouse@example.com>","Destination":{"ToAddresses":["zoë@example.com"]},
             "Content":{"Simple":{"Subject":{"Data":"Hello \"you\"","Charset":"UTF-8"},"Body":{"Text":{"Data":"a\nb"},"Html":{"Data":"<p>a</p>"}},
               "Attachments":[{"RawContent":"AQID","ContentDisposition":"INLINE","FileName":"a.bin"}]}},
             "EmailTags":[{"Name":"run","Value":"7"}],"ConfigurationSetName":"gatehouse"}
            """);
        JsonNode.DeepEquals(JsonNode.Parse(script.Sent[0].Body), expected).ShouldBeTrue(script.Sent[0].Body);
        script.Sent[0].Headers["Content-Type"].ShouldBe("application/json");
    }

    [Fact]
    public async Task A_machine_is_started_by_the_service_s_own_names()
    {
        var script = new Script().Answer("{}").Answer("{}");
        using var client = Clients.Machines(script);

        await client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "arn:m", Name = "7-abc", Input = """{"a":1}""", TraceHeader = "t" });
        await client.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = "arn:m", StatusFilter = ExecutionStatus.TIMED_OUT, MaxResults = 5 });

        JsonNode.Parse(script.Sent[0].Body)["input"].GetValue<string>().ShouldBe("""{"a":1}""");
        JsonNode.Parse(script.Sent[0].Body)["stateMachineArn"].GetValue<string>().ShouldBe("arn:m");
        script.Sent[1].Body.ShouldBe("""{"stateMachineArn":"arn:m","statusFilter":"TIMED_OUT","maxResults":5}""");
    }

    [Fact]
    public async Task A_new_secret_value_has_a_token_of_its_own()
    {
        var script = new Script().Answer("{}").Answer("{}");
        using var client = Clients.Secrets(script);
        var secret = new MemoryStream(Encoding.UTF8.GetBytes("quiet"));

        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "s", SecretBinary = secret });
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "s", SecretBinary = secret });

        var tokens = script.Sent.Select(sent => JsonNode.Parse(sent.Body)["ClientRequestToken"].GetValue<string>()).ToList();
        tokens[0].Length.ShouldBe(36);
        tokens[1].ShouldNotBe(tokens[0]);
        JsonNode.Parse(script.Sent[1].Body)["SecretBinary"].GetValue<string>().ShouldBe("cXVpZXQ=");
    }
}
