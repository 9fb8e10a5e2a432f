using System.Text;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;
using Amazon.StepFunctions.Model;

namespace Gatehouse.World.Tests.Keys;

/// <summary>Keys that leak, as AWS and GitHub tell of them, and what is done within seconds.</summary>
[Collection(LeaksWorld.Name)]
public sealed class LeakTests(LeaksWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string DenyAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";
    private const string Owner = "pipeline-owner@digital.cabinet-office.gov.uk";

    private readonly AwsClients aws = new(world);
    private readonly LeakedKeys keys = new(world, new AwsClients(world));

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public async Task DisposeAsync()
    {
        await world.ClearFaultsAsync();
        await keys.QuietAsync();
    }

    public void Dispose()
    {
        keys.Dispose();
        aws.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(LeakedKeys.Payments)]
    public async Task A_key_that_AWS_found_is_inactive_within_seconds_its_sessions_are_cut_and_all_are_told_once_though_it_is_said_twice(string? account)
    {
        var key = await keys.MakeAsync(account: account);

        await keys.FoundByAwsAsync(key);
        await keys.FoundByAwsAsync(key);

        await keys.StoppedAsync(key, seconds: 30);
        var text = (await keys.ToldAsync(key, 1))[0];
        text.ShouldContain("A leaked access key was made inactive");
        text.ShouldContain(account ?? "111122223333");
        text.ShouldContain("<!subteam^S0EXAMPLE>");
        await keys.QuietAsync();
        (await keys.ToldAsync(key)).ShouldHaveSingleItem();
        (await world.MailsToAsync(key.User)).ShouldHaveSingleItem().Text.ShouldContain(key.Id);
        (await keys.PoliciesAsync(key)).ShouldBe([LeakedKeys.Policy]);
        (await keys.IsActiveAsync(key)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_assumed_role_reaches_its_own_account_alone_and_an_account_that_is_not_watched_is_not_entered()
    {
        var stranger = await keys.MakeAsync(account: LeakedKeys.Payments, name: "only.there@digital.cabinet-office.gov.uk");

        await keys.FoundByAwsAsync(stranger);
        await keys.StoppedAsync(stranger);
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetUserAsync(new GetUserRequest { UserName = stranger.User }));

        await aws.PutGlobalEventAsync("aws.health", "AWS Health Event", new JsonObject { ["eventTypeCode"] = "AWS_RISK_CREDENTIALS_EXPOSED", ["affectedEntities"] = new JsonArray(new JsonObject { ["entityValue"] = "AKIANOTWATCHED000000" }) }, "210987654321");
        (await keys.ToldAsync(new LeakedKeyOf("", "AKIANOTWATCHED000000", "", null), 1))[0].ShouldContain("its account is not watched");
    }

    [Fact]
    public async Task A_key_that_GitHub_found_is_stopped_once_and_what_AWS_says_of_it_too_adds_one_line()
    {
        var key = await keys.MakeAsync();

        var alert = await keys.FoundByGitHubAsync("example-org/shop", "aws_access_key_id", key.Id);
        await keys.StoppedAsync(key);
        await keys.ToldAsync(key, 1);
        await keys.SaidAgainAsync("example-org/shop", alert, "publicly_leaked");
        await keys.FoundByAwsAsync(key);

        var told = await keys.ToldAsync(key, 2);
        await keys.QuietAsync();
        told[0].ShouldContain($"https://github.com/example-org/shop/security/secret-scanning/{alert}");
        told[1].ShouldContain("was also found by AWS");
        (await keys.ToldAsync(key)).Count.ShouldBe(2);
        (await world.MailsToAsync(key.User)).Count.ShouldBe(1);
        (await world.RunsAsync()).Count(run => run.Name.StartsWith($"leak-example-org-shop-{alert}-", StringComparison.Ordinal)).ShouldBe(2, "each thing that GitHub says is a run");
    }

    [Fact]
    public async Task A_secret_half_leads_to_the_id_beside_it_and_is_written_down_nowhere()
    {
        var key = await keys.MakeAsync();
        await keys.FoundByGitHubAsync("example-org/pay", "aws_secret_access_key", key.Secret, "prod.env");
        await WorldViews.EventuallyAsync("it is told", async () => (await world.SlackAsync()).FirstOrDefault(message => message.Text.Contains("NOBODY CAN TELL WHICH KEY", StringComparison.Ordinal)));
        (await keys.IsActiveAsync(key)).ShouldBeTrue();

        await keys.FoundByGitHubAsync("example-org/pay", "aws_access_key_id", key.Id, "prod.env");
        await keys.StoppedAsync(key);
        var again = await keys.FoundByGitHubAsync("example-org/pay", "aws_secret_access_key", key.Secret, "prod.env");
        await keys.ToldAsync(key, 2);
        await keys.QuietAsync();

        again.ShouldBe(3);
        foreach (var (place, text) in await EverywhereAsync())
        {
            text.ShouldContain(place == "mails" ? key.User : key.Id, customMessage: $"The {place} should tell of the key, or this test searches the wrong place.");
            text.ShouldNotContain(key.Secret, Case.Sensitive, $"in the {place}");
        }
    }

    [Fact]
    public async Task That_the_mail_about_a_key_came_back_is_told_once()
    {
        var key = await keys.MakeAsync();
        await keys.FoundByAwsAsync(key);
        await WorldViews.EventuallyAsync("the owner is mailed", async () => (await world.MailsToAsync(key.User)).SingleOrDefault());
        var bounce = new JsonObject
        {
            ["eventType"] = "Bounce",
            ["mail"] = new JsonObject { ["messageId"] = "message-1", ["destination"] = new JsonArray(key.User), ["tags"] = new JsonObject { ["kind"] = new JsonArray("access-key") } },
            ["bounce"] = new JsonObject
            {
                ["bounceType"] = "Permanent",
                ["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = key.User, ["diagnosticCode"] = "smtp; 550 5.1.1 user unknown" }),
            },
        };

        await aws.PutEventAsync("aws.ses", "Email Bounced", bounce);
        await WorldViews.EventuallyAsync("it is told", async () => await ReturnsAsync() > 0 ? world : null);
        var again = new JsonObject { ["source"] = "aws.ses", ["detail-type"] = "Email Bounced", ["detail"] = bounce.DeepClone() }.ToJsonString();
        await WorldViews.EventuallyAsync("it is worked on once more", async () =>
        {
            using var answer = await aws.InvokeAsync("gatehouse-RecordMailEvent", again);
            return answer.Headers.Contains("X-Amz-Function-Error") ? null : world;
        });
        (await ReturnsAsync()).ShouldBe(1);

        async Task<int> ReturnsAsync() => (await world.SlackAsync()).Count(message => message.Text.Contains($"A mail to *{key.User}* about an access key was not delivered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_secret_starts_nothing()
    {
        await keys.FoundByGitHubAsync("example-org/chat", "slack_api_token", "xoxb-example");

        (await world.RunsAsync()).ShouldNotContain(run => run.Name.Contains("example-org-chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_nobodys_is_told_and_left()
    {
        var key = await keys.MakeAsync(managedBy: null);

        await keys.FoundByAwsAsync(key);

        (await keys.ToldAsync(key, 1))[0].ShouldContain($"aws iam update-access-key --user-name {key.User} --access-key-id {key.Id} --status Inactive");
        (await keys.IsActiveAsync(key)).ShouldBeTrue();
        (await world.MailsToAsync(key.User)).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_Slack_is_down_the_key_is_stopped_and_mailed_and_Slack_hears_later()
    {
        var key = await keys.MakeAsync();
        await world.FailAsync("slack", "PostMessage", "unavailable", times: 10_000, status: 503);

        await keys.FoundByAwsAsync(key);
        await keys.StoppedAsync(key, seconds: 30);
        await WorldViews.EventuallyAsync("the list is mailed", async () => (await world.MailsToAsync(LeakedKeys.List)).FirstOrDefault(mail => mail.Text.Contains(key.Id, StringComparison.Ordinal)));
        (await world.MailsToAsync(key.User)).ShouldHaveSingleItem();
        (await keys.ToldAsync(key)).ShouldBeEmpty();

        await world.ClearFaultsAsync();
        await keys.ToldAsync(key, 1, seconds: 180);
        await keys.QuietAsync();
        (await keys.ToldAsync(key)).ShouldHaveSingleItem();
        (await world.MailsToAsync(LeakedKeys.List)).Count(mail => mail.Text.Contains(key.Id, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("iam", "UpdateAccessKey", false)]
    [InlineData("iam", "UpdateAccessKey", true)]
    [InlineData("iam", "PutUserPolicy", true)]
    [InlineData("dynamodb", "UpdateItem", true)]
    public async Task Killed_between_steps_the_next_attempt_finishes_and_tells_once(string service, string action, bool after)
    {
        var key = await keys.MakeAsync();
        await world.KillAtAsync(service, action, after);

        await keys.FoundByAwsAsync(key);

        await keys.StoppedAsync(key);
        await keys.ToldAsync(key, 1);
        (await world.WaitingFaultsAsync()).ShouldBeEmpty();
        await keys.QuietAsync();
        (await keys.PoliciesAsync(key)).ShouldBe([LeakedKeys.Policy]);
        (await keys.ToldAsync(key)).ShouldHaveSingleItem();
        (await world.MailsToAsync(key.User)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_protected_machine_users_key_is_told_and_left_until_the_register_protects_it_no_more_and_the_quarantine_policy_of_AWS_stays_throughout()
    {
        var key = await keys.MakeAsync("gatehouse-machine", name: "pipeline");
        // The emulator has none of AWS's own policies: one of the same name stands for it.
        var quarantine = (await aws.Iam.CreatePolicyAsync(new CreatePolicyRequest { PolicyName = "AWSCompromisedKeyQuarantineV3", PolicyDocument = DenyAll })).Policy.Arn;
        await aws.Iam.AttachUserPolicyAsync(new AttachUserPolicyRequest { UserName = key.User, PolicyArn = quarantine });
        await ListAsync(machines => machines.Add(new JsonObject { ["user"] = key.User, ["owner"] = Owner, ["protected"] = true }));

        await keys.FoundByAwsAsync(key);
        (await keys.ToldAsync(key, 1))[0].ShouldContain("A LEAKED ACCESS KEY IS STILL ACTIVE, because its machine user is protected");
        await keys.QuietAsync();
        (await keys.IsActiveAsync(key)).ShouldBeTrue();
        (await keys.PoliciesAsync(key)).ShouldBeEmpty("the sessions of a protected machine user go on");
        (await world.MailsToAsync(Owner)).ShouldHaveSingleItem().Text.ShouldContain("still active");

        await ListAsync(machines => machines.Single(machine => (string)machine!["user"]! == key.User)!.AsObject().Remove("protected"));
        await keys.FoundByGitHubAsync("example-org/pipeline", "aws_access_key_id", key.Id);
        await keys.StoppedAsync(key);
        await keys.QuietAsync();
        (await keys.PoliciesAsync(key)).ShouldBe([LeakedKeys.Policy]);
        (await aws.Iam.ListAttachedUserPoliciesAsync(new ListAttachedUserPoliciesRequest { UserName = key.User })).AttachedPolicies.ShouldHaveSingleItem().PolicyArn.ShouldBe(quarantine);

        async Task ListAsync(Action<JsonArray> edit)
        {
            using var register = new RegisterClient(world);
            var number = await register.OpenAsync("Change the machine users", register.Branch, ("mgmt/machine-users.json", file => edit(file["machineUsers"]!.AsArray())));
            await world.RunOfAsync(await register.MergeAsync(number));
        }
    }

    private async Task<Dictionary<string, string>> EverywhereAsync() => new()
    {
        ["ledger"] = await LedgerAsync(),
        ["run history"] = await HistoryAsync(),
        ["logs"] = await world.Web.GetStringAsync(new Uri("api/logs/gatehouse-RespondToLeak", UriKind.Relative)) + await world.Web.GetStringAsync(new Uri("api/logs/gatehouse-ReceiveWebhook", UriKind.Relative)),
        ["Slack"] = string.Join('\n', (await world.SlackAsync()).Select(message => message.Text)),
        ["mails"] = string.Join('\n', (await world.MailsAsync()).Select(mail => mail.Subject + mail.Text + mail.Html)),
    };

    private async Task<string> LedgerAsync() =>
        string.Join('\n', (await aws.LedgerItemsAsync()).Select(item => string.Join(' ', item.Select(pair => $"{pair.Key}={pair.Value.S}"))));

    private async Task<string> HistoryAsync()
    {
        var machine = (await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.Single(one => one.Name == "gatehouse-leaks");
        var text = new StringBuilder();
        foreach (var execution in (await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine.StateMachineArn })).Executions)
        {
            text.AppendLine(await aws.HistoryAsync(execution.ExecutionArn));
        }

        return text.ToString();
    }
}
