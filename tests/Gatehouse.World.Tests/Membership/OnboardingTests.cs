using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>The main job, through AWS and GitHub clients only.</summary>
[Collection(SharedWorld.Name)]
public sealed class OnboardingTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);
    private readonly HttpClient http = new();

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_merged_pull_request_makes_the_user_with_group_tags_password_and_one_mail()
    {
        var merged = await register.AddAsync("onboard.one");

        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        var user = (await aws.Iam.GetUserAsync(new GetUserRequest { UserName = RegisterClient.Address("onboard.one") })).User;
        var tags = user.Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        tags["managed-by"].ShouldBe("gatehouse");
        tags["gatehouse:pull-request"].ShouldBe($"{merged.Number}");
        tags["gatehouse:merge-commit"].ShouldBe(merged.Commit);
        tags["gatehouse:merged-by"].ShouldBe("request-form");
        (await GroupsAsync("onboard.one")).ShouldBe(["CrossAccountAccess"]);
        (await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(RegisterClient.Address("onboard.one")))).LoginProfile.PasswordResetRequired.ShouldBe(true);
        var mail = (await world.MailsToAsync(RegisterClient.Address("onboard.one"))).ShouldHaveSingleItem();
        mail.Password.Length.ShouldBeGreaterThanOrEqualTo(16);
        mail.Html.ShouldContain(System.Net.WebUtility.HtmlEncode(mail.Password));
        mail.Text.ShouldContain("signin.aws.amazon.com/console");
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldContain("read back from IAM");
        await TrailAsync(merged);
        (await world.SlackAsync()).ShouldContain(message => message.Channel == "#aws-access" && message.Text.Contains($"#{merged.Number}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_delivery_twice_is_one_run_one_mail_one_comment()
    {
        var merged = await register.AddAsync("onboard.twice");
        await world.RunOfAsync(merged);

        await register.RedeliverLastMergeAsync();
        (await DeliverAsync(merged.Number, merged.Commit, "onboard-twice")).ShouldBe(202);

        (await world.RunsAsync()).Count(run => run.Name.StartsWith($"merge-{merged.Number}-", StringComparison.Ordinal)).ShouldBe(1);
        (await world.MailsToAsync(RegisterClient.Address("onboard.twice"))).Count.ShouldBe(1);
        (await register.CommentsAsync(merged.Number)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_pull_request_closed_without_merging_starts_nothing()
    {
        var number = await register.OpenToAddAsync(register.Branch, "never.merged");
        await register.CloseAsync(number);
        await AfterTheNextMergeAsync("sentinel.closed");

        (await world.RunsAsync()).ShouldNotContain(run => run.Name.StartsWith($"merge-{number}-", StringComparison.Ordinal));
        (await world.MailsToAsync(RegisterClient.Address("never.merged"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_merge_into_another_branch_starts_nothing()
    {
        await register.CreateBranchAsync("elsewhere", await register.HeadAsync());
        var merged = await register.MergeAsync(await register.OpenToAddAsync("elsewhere", "wrong.branch"));
        await AfterTheNextMergeAsync("sentinel.branch");

        (await world.RunsAsync()).ShouldNotContain(run => run.Name == merged.RunName);
        (await world.MailsToAsync(RegisterClient.Address("wrong.branch"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("another repository", 202)]
    [InlineData("a bad signature", 401)]
    [InlineData("no signature", 401)]
    public async Task Nothing_comes_of(string what, int status)
    {
        var repository = what == "another repository" ? "someone-else/aws-users" : world.Where.Repository;
        var body = Closed(4711, new string('a', 40), repository);
        var signature = what switch
        {
            "a bad signature" => Sign(body, "not the secret"),
            "no signature" => null,
            _ => Sign(body, world.Where.WebhookSecret),
        };

        (await PostAsync(body, signature, what)).ShouldBe(status);
        (await world.RunsAsync()).ShouldNotContain(run => run.Name.Contains("-4711-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_merged_at_once_each_get_their_own_credit_and_mail()
    {
        var first = await register.OpenAsync("Add AWS user a", register.Branch, (RegisterClient.Users, Add("at_once_a", "at.once.a")));
        var merged = await register.MergeAsync(first);
        var second = await register.OpenAsync("Add AWS user b", register.Branch, (RegisterClient.Users, Add("at_once_b", "at.once.b")));
        var mergedToo = await register.MergeAsync(second);

        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        (await world.RunOfAsync(mergedToo)).Status.ShouldBe("SUCCEEDED");

        (await PullRequestTagAsync("at.once.a")).ShouldBe($"{merged.Number}");
        (await PullRequestTagAsync("at.once.b")).ShouldBe($"{mergedToo.Number}");
        (await world.MailsToAsync(RegisterClient.Address("at.once.a"))).Count.ShouldBe(1);
        (await world.MailsToAsync(RegisterClient.Address("at.once.b"))).Count.ShouldBe(1);
        (await register.CommentsAsync(merged.Number)).ShouldHaveSingleItem().ShouldNotContain("at.once.b");
        (await register.CommentsAsync(mergedToo.Number)).ShouldHaveSingleItem().ShouldContain("at.once.b");
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
        http.Dispose();
    }

    /// <summary>The audit entries of a person, by person and by day: who, what, why, by which pull request, commit and run, and how it ended.</summary>
    private async Task TrailAsync(Merged merged)
    {
        var byPerson = await aws.TrailAsync("by-person", "person", RegisterClient.Address("onboard.one"));
        byPerson.Select(entry => entry["outcome"].S).ShouldBe(["Applied", "Welcomed"]);
        byPerson.ShouldAllBe(entry => entry["pullRequest"].S == $"{merged.Number}" && entry["commit"].S == merged.Commit && entry["run"].S == merged.RunName && entry["mergedBy"].S == "request-form");
        byPerson.ShouldAllBe(entry => entry.ContainsKey("expires"));
        var byDay = await aws.TrailAsync("by-day", "day", byPerson[0]["day"].S);
        byDay.Count(entry => entry["person"].S == RegisterClient.Address("onboard.one")).ShouldBe(2);
    }

    private static Action<JsonNode> Add(string label, string person) => file => file["resource"]!.AsArray().Add(
        new JsonObject { ["aws_iam_user"] = new JsonObject { [label] = new JsonObject { ["name"] = RegisterClient.Address(person) } } });

    private async Task AfterTheNextMergeAsync(string sentinel) => (await world.RunOfAsync(await register.AddAsync(sentinel))).Status.ShouldBe("SUCCEEDED");

    private async Task<string[]> GroupsAsync(string local) =>
        [.. ((await aws.Iam.ListGroupsForUserAsync(new ListGroupsForUserRequest(RegisterClient.Address(local)))).Groups ?? []).Select(group => group.GroupName)];

    private async Task<string> PullRequestTagAsync(string local) =>
        (await aws.Iam.GetUserAsync(new GetUserRequest { UserName = RegisterClient.Address(local) })).User.Tags.Single(tag => tag.Key == "gatehouse:pull-request").Value;

    private Task<int> DeliverAsync(int number, string commit, string delivery)
    {
        var body = Closed(number, commit, world.Where.Repository);
        return PostAsync(body, Sign(body, world.Where.WebhookSecret), delivery);
    }

    private string Closed(int number, string commit, string repository) => new JsonObject
    {
        ["action"] = "closed",
        ["number"] = number,
        ["pull_request"] = new JsonObject
        {
            ["number"] = number,
            ["merged"] = true,
            ["merge_commit_sha"] = commit,
            ["base"] = new JsonObject { ["ref"] = world.Where.Branch, ["repo"] = new JsonObject { ["full_name"] = repository } },
        },
        ["repository"] = new JsonObject { ["full_name"] = repository, ["default_branch"] = world.Where.Branch },
    }.ToJsonString();

    private static string Sign(string body, string secret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}";

    private async Task<int> PostAsync(string body, string? signature, string delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Where.Webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-GitHub-Event", "pull_request");
        request.Headers.Add("X-GitHub-Delivery", delivery.Replace(' ', '-'));
        if (signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", signature);
        }

        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
