using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>What a pull request shows before anybody merges it, read back from GitHub.</summary>
[Collection(OwnWorld.Name)]
public sealed class PreviewTests(OwnWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Label = "gatehouse:allow-removals";
    private const string GitHubSecret = "gatehouse/github";

    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    [Fact]
    public async Task A_push_changes_the_same_comment_and_the_check_of_the_new_head_and_nothing_in_the_account()
    {
        var number = await register.OpenToAddAsync(register.Branch, "preview.one");
        var opened = await register.PlanAsync(number, "Merging this would give access to 1 person");

        await register.PushAsync(number, RegisterClient.Members, file => file.Replace(",\n          \"${aws_iam_user.preview_one.name}\"", "", StringComparison.Ordinal));
        var pushed = await WorldViews.EventuallyAsync("the plan is of the new head", async () =>
            await register.PlanAsync(number, "Merging this would give access to 1 person") is { } plan && plan.Comment.Contains("in no group", StringComparison.Ordinal) ? plan : null);

        opened.Name.ShouldBe("Gatehouse plan");
        opened.Conclusion.ShouldBe("success");
        opened.Comment.ShouldContain("| `preview.one@digital.cabinet-office.gov.uk` | create the user, in CrossAccountAccess |");
        opened.Text.ShouldBe(opened.Comment["<!-- gatehouse:plan -->\n".Length..]);
        pushed.CommentId.ShouldBe(opened.CommentId);
        await Should.ThrowAsync<NoSuchEntityException>(() => aws.Iam.GetUserAsync(new GetUserRequest { UserName = RegisterClient.Address("preview.one") }));
    }

    [Fact]
    public async Task A_refused_removal_of_30_percent_passes_once_somebody_else_has_put_the_label_on_and_then_takes_place()
    {
        var (leaving, everybody) = await CrowdAsync();
        var number = await register.OpenToRemoveAsync([.. leaving]);
        var refused = await register.PlanAsync(number, "Refused");
        refused.Conclusion.ShouldBe("failure");
        refused.Comment.ShouldContain($"refused: {leaving.Count} of {everybody} people would lose their access at once, and 30.00% is over 25.00% ({leaving.Count}/{everybody})");

        await register.LabelAsync(number, Label, "request-form");
        await CommentAsync(number, "`request-form` put it on, who is the author of this pull request");
        (await register.PlanAsync(number, "Refused")).Conclusion.ShouldBe("failure");

        await register.UnlabelAsync(number, Label, "a-reviewer");
        await register.LabelAsync(number, Label, "a-reviewer");
        var allowed = await register.PlanAsync(number, "allowed by a-reviewer");
        allowed.Conclusion.ShouldBe("success");
        allowed.CommentId.ShouldBe(refused.CommentId);

        (await world.RunOfAsync(await register.MergeAsync(number))).Status.ShouldBe("SUCCEEDED");
        (await DeniedAsync()).ShouldBe(leaving.Select(RegisterClient.Address), ignoreOrder: true);
        await RestoreAsync(leaving);
    }

    [Fact]
    public async Task A_push_voids_the_label_and_after_the_merge_it_lets_the_next_run_take_what_waits()
    {
        var (leaving, _) = await CrowdAsync();
        var number = await register.OpenToRemoveAsync([.. leaving]);
        await register.LabelAsync(number, Label, "a-reviewer");
        await register.PlanAsync(number, "allowed by a-reviewer");

        await register.PushAsync(number, "README.md", file => $"{file}\nOne more line.\n");
        (await register.PlanAsync(number, "Refused")).Comment.ShouldContain("`a-reviewer` put it on, but not for the commit");
        var merged = await register.MergeAsync(number);
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        (await DeniedAsync()).ShouldBeEmpty();

        await register.UnlabelAsync(number, Label, "a-reviewer");
        await register.LabelAsync(number, Label, "a-reviewer");
        await WorldViews.EventuallyAsync("the label is taken for what waits", async () =>
            (await register.CommentsAsync(number, "<!-- gatehouse:removals -->")).SingleOrDefault(comment => comment.Contains($"{leaving.Count} removals will be made", StringComparison.Ordinal)));
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        (await DeniedAsync()).Count.ShouldBe(leaving.Count);
        await RestoreAsync(leaving);
    }

    [Fact]
    public async Task An_empty_register_is_refused_even_with_the_label()
    {
        var number = await register.OpenAsync(
            "Remove everybody",
            register.Branch,
            (RegisterClient.Members, file => file["resource"]!["aws_iam_group_membership"]!["crossaccountaccess-members"]!["users"] = new System.Text.Json.Nodes.JsonArray()),
            (RegisterClient.Users, file => file["resource"] = new System.Text.Json.Nodes.JsonArray()));

        await register.LabelAsync(number, Label, "a-reviewer");

        var plan = await register.PlanAsync(number, "Refused: the whole plan");
        plan.Conclusion.ShouldBe("failure");
        plan.Comment.ShouldContain("refused: the register lists 0 people");
        await CommentAsync(number, "no label helps");
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_has_each_problem_beside_its_line()
    {
        var number = await register.OpenTextAsync("Break it", register.Branch, (RegisterClient.Users, file => file.Replace("\"name\"", "\"nam\"", StringComparison.Ordinal)));

        var plan = await register.PlanAsync(number, "The register could not be read");

        plan.Conclusion.ShouldBe("failure");
        plan.Annotations.Count.ShouldBeGreaterThan(15);
        plan.Annotations[0].ShouldStartWith($"{RegisterClient.Users}:");
        plan.Annotations[0].ShouldContain("has no name");
        plan.Comment.ShouldContain($"- `{RegisterClient.Users}:");
    }

    [Fact]
    public async Task Evidence_is_shown_in_a_private_repository_and_not_in_a_public_one()
    {
        await world.RunOfAsync(await register.AddAsync("preview.used"));
        await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = RegisterClient.Address("preview.used") });

        var number = await register.OpenToRemoveAsync("preview.used");
        (await register.PlanAsync(number, "take all access from 1 person")).Comment.ShouldContain("| a user since today<br>no sign-in at the console is known<br>an active key, never used<br>no MFA device |");

        await register.PublishAsync(isPublic: true);
        var shown = await register.OpenToRemoveAsync("preview.used");
        var plan = await register.PlanAsync(shown, "take all access from 1 person");
        await register.PublishAsync(isPublic: false);
        plan.Comment.ShouldContain("not shown, because this repository is public");
        plan.Comment.ShouldNotContain("active key");
    }

    [Fact]
    public async Task A_plan_that_could_not_be_made_says_so_on_the_pull_request()
    {
        await world.FailAsync("github", "repos/get-branch", "Bad Request", times: 100);
        var number = await register.OpenToAddAsync(register.Branch, "preview.failed");

        var plan = await register.PlanAsync(number, "The plan could not be made");
        await world.ClearFaultsAsync();

        plan.Conclusion.ShouldBe("failure");
        plan.Comment.ShouldContain("GitHubRefusedException: GitHub answered GET");
        plan.Comment.ShouldContain("do not merge it yet");
        // The run ends a moment after it has said why.
        var run = await WorldViews.EventuallyAsync("the plan's run has ended", async () =>
            (await world.RunsAsync()).FirstOrDefault(one => one.Name.StartsWith($"plan-{number}-", StringComparison.Ordinal) && one.Status != "RUNNING"));
        (run.Status, run.Error).ShouldBe(("FAILED", "GitHubRefusedException"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_while_it_writes_it_is_said_once(bool after)
    {
        await world.KillAtAsync("github", "issues/create-comment", after);
        var number = await register.OpenToAddAsync(register.Branch, $"preview.killed.{(after ? "after" : "before")}");

        (await register.PlanAsync(number, "Merging this would give access to 1 person")).Conclusion.ShouldBe("success");

        (await register.CommentsAsync(number, "")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task With_a_token_a_commit_status_takes_the_place_of_the_check_run()
    {
        var app = await aws.SecretAsync(GitHubSecret);
        await aws.PutSecretAsync(GitHubSecret, """{"token":"gatehouse-bot"}""");
        await world.AdvanceAsync("PT6M");

        var number = await register.OpenToAddAsync(register.Branch, "preview.token");
        var statuses = await WorldViews.EventuallyAsync("there is a status", async () => await register.StatusesAsync(number) is { Count: > 0 } some ? some : null);
        await aws.PutSecretAsync(GitHubSecret, app);
        await world.AdvanceAsync("PT6M");

        statuses.ShouldBe(["Gatehouse plan success Merging this would give access to 1 person"]);
        (await register.PlanCommentAsync(number))!["user"]!["login"]!.ToString().ShouldBe("gatehouse-bot");
    }

    private Task<string> CommentAsync(int number, string says) => WorldViews.EventuallyAsync($"#{number} says {says}", async () =>
        (await register.PlanCommentAsync(number))?["body"]!.ToString() is { } body && body.Contains(says, StringComparison.Ordinal) ? body : null);

    /// <summary>Adds people until there are forty with access, or the next ten where other tests brought more, and picks 30 % of them.</summary>
    private async Task<(List<string> Leaving, int Everybody)> CrowdAsync()
    {
        var users = await ManagedAsync();
        var everybody = Math.Max(40, (users.Count + 9) / 10 * 10);
        var crowd = users.Where(user => user.StartsWith("crowd.", StringComparison.Ordinal)).Select(user => user.Split('@')[0]).ToList();
        var missing = Enumerable.Range(crowd.Count + 1, everybody - users.Count).Select(number => $"crowd.{number:00}").ToArray();
        if (missing.Length > 0)
        {
            (await world.RunOfAsync(await register.AddAsync(missing))).Status.ShouldBe("SUCCEEDED");
        }

        return ([.. crowd.Concat(missing).Take(everybody * 3 / 10)], everybody);
    }

    private async Task RestoreAsync(List<string> people)
    {
        (await world.RunOfAsync(await register.AddAsync([.. people]))).Status.ShouldBe("SUCCEEDED");
        (await DeniedAsync()).ShouldBeEmpty();
    }

    private async Task<List<string>> ManagedAsync() => [.. (await DetailsAsync())
        .Where(user => (user.Tags ?? []).Exists(tag => tag is { Key: "managed-by", Value: "gatehouse" }))
        .Select(user => user.UserName)];

    private async Task<List<string>> DeniedAsync() => [.. (await DetailsAsync())
        .Where(user => (user.UserPolicyList ?? []).Exists(policy => policy.PolicyName == "gatehouse-quarantine"))
        .Select(user => user.UserName)];

    private async Task<List<UserDetail>> DetailsAsync() =>
        (await aws.Iam.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest { Filter = ["User"], MaxItems = 1000 })).UserDetailList;
}
