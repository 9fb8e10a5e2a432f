using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.S3.Model;

namespace Gatehouse.World.Tests.Keys;

/// <summary>The deploy key of the seed grows old, or is asked for, and another takes its place.</summary>
[Collection(RotationWorld.Name)]
public sealed class RotationTests(RotationWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly AwsClients aws = new(world);

    private DeployUser Deploy => field ??= new DeployUser(world, aws);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task A_key_of_ninety_days_is_replaced_tested_and_made_inactive_and_deleted_a_week_later()
    {
        await FreshAsync();
        await Deploy.AskAsync();
        await world.AdvanceAsync("P89D");
        var old = await Deploy.ActiveAsync();
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        (await Deploy.ActiveAsync()).ShouldBe(old, "of 89 days");

        await world.AdvanceAsync("P1D");
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");

        var made = await Deploy.ActiveAsync();
        made.ShouldNotBe(old);
        (await Deploy.KeysAsync()).Single(key => key.AccessKeyId == old).Status.Value.ShouldBe("Inactive");
        await Deploy.ShouldWorkAsync("after a rotation");
        (await SlackAsync()).ShouldContain(text => text.Contains($"make the key {made} and write it into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of example-org/deploy-me (environment production)", StringComparison.Ordinal));
        var trail = await aws.TrailAsync("by-person", "person", DeployUser.Name);
        trail.Select(entry => entry["key"].S).ShouldContain($"deploy#RetireDeployKey#{old}");

        await world.AdvanceAsync("P7D");
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        (await Deploy.KeysAsync()).Select(key => key.AccessKeyId).ShouldBe([made]);
    }

    [Fact]
    public async Task A_rotation_that_is_asked_for_is_done_at_once()
    {
        await FreshAsync();
        var old = await Deploy.ActiveAsync();

        (await Deploy.AskAsync()).ShouldBe(("SUCCEEDED", null));

        (await Deploy.ActiveAsync()).ShouldNotBe(old);
        await Deploy.ShouldWorkAsync("after it was asked for");
    }

    [Fact]
    public async Task Two_runs_at_once_make_one_key()
    {
        await FreshAsync();
        var (old, asked) = (await Deploy.ActiveAsync(), new JsonObject { ["trigger"] = "asked", ["user"] = DeployUser.Name });
        var before = (await aws.TrailAsync("by-person", "person", DeployUser.Name)).Count(IsMade);

        var both = await Task.WhenAll(Deploy.StartAsync(asked), Deploy.StartAsync(asked.DeepClone().AsObject()));
        foreach (var run in both) await Deploy.EndAsync(run);

        (await Deploy.ActiveAsync()).ShouldNotBe(old);
        await Deploy.ShouldWorkAsync("after two runs at once");
        ((await aws.TrailAsync("by-person", "person", DeployUser.Name)).Count(IsMade) - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_test_that_fails_leaves_both_keys_active_tells_the_owner_and_is_repeated_with_the_same_key()
    {
        await FreshAsync();
        var old = await Deploy.ActiveAsync();
        await Deploy.NextRunAsync("failure");

        (await Deploy.AskAsync()).ShouldBe(("FAILED", "RotationsFailed"));

        var keys = (await Deploy.KeysAsync()).Select(key => (key.AccessKeyId, key.Status.Value)).ToList();
        keys.ShouldAllBe(key => key.Value == "Active");
        var made = keys.Single(key => key.AccessKeyId != old).AccessKeyId;
        (await Deploy.TryAsync()).ShouldBe("success", "the new key is in both secrets");
        var mail = (await world.MailsToAsync(DeployUser.Owner)).Last(one => one.Subject == "The new deploy key of deploy is not proved");
        mail.Text.ShouldContain("/example-org/deploy-me/actions/runs/");
        mail.Text.ShouldContain(made);

        // Somebody's own run of the workflow, above, proves the key as well as ours would.
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        (await Deploy.ActiveAsync()).ShouldBe(made);
    }

    [Fact]
    public async Task A_test_that_hangs_is_given_up_after_thirty_minutes()
    {
        await FreshAsync();
        await Deploy.NextRunAsync("hangs");
        var run = await Deploy.StartAsync(new JsonObject { ["trigger"] = "asked", ["user"] = DeployUser.Name });
        await WorldViews.EventuallyAsync("the test was asked for", async () => (await Deploy.UnderWayAsync())?.GetValueOrDefault("testAsked"));

        await world.AdvanceAsync("PT31M");

        (await Deploy.EndAsync(run)).ShouldBe(("FAILED", "RotationsFailed"));
        (await Deploy.KeysAsync()).ShouldAllBe(key => key.Status == "Active");
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        await Deploy.ShouldWorkAsync("after the next run");
    }

    [Fact]
    public async Task An_unreadable_register_stops_everything_and_says_so()
    {
        using var register = new RegisterClient(world);
        await FreshAsync();
        var old = await Deploy.ActiveAsync();
        await MergedAsync(register, "Break it", text => text.Replace("\"owner\"", "\"onwer\"", StringComparison.Ordinal));

        try
        {
            (await Deploy.AskAsync()).ShouldBe(("FAILED", "RegisterUnreadableException"));

            (await Deploy.ActiveAsync()).ShouldBe(old);
            (await SlackAsync()).ShouldContain(text => text.Contains("the run did not come to its end", StringComparison.Ordinal) && text.Contains("mgmt/machine-users.json", StringComparison.Ordinal));
        }
        finally
        {
            await MergedAsync(register, "Mend it", text => text.Replace("\"onwer\"", "\"owner\"", StringComparison.Ordinal));
        }
    }

    /// <summary>Changes the machine users, and waits for what comes of it, so that it is not under way in the next test.</summary>
    private async Task MergedAsync(RegisterClient register, string title, Func<string, string> edit)
    {
        var number = await register.OpenTextAsync(title, register.Branch, ("mgmt/machine-users.json", edit));
        await world.RunOfAsync(await register.MergeAsync(number));
        await world.PlannedAsync(number);
    }

    [Fact]
    public async Task Whom_the_register_does_not_list_is_refused()
    {
        var run = await Deploy.StartAsync(new JsonObject { ["trigger"] = "asked", ["user"] = "break-glass-admin" });

        (await Deploy.EndAsync(run)).ShouldBe(("FAILED", "RotationRefusedException"));
    }

    [Fact]
    public async Task No_state_log_plan_message_or_line_of_the_ledger_holds_the_secret()
    {
        await FreshAsync();
        await Deploy.NextRunAsync("failure");
        await Deploy.AskAsync();
        await Deploy.AskAsync();

        // What the repository's workflow may know, and nobody else: its secrets, opened as GitHub does.
        var secrets = await Secrets.OfAsync("rotation-world-tests");
        secrets.ShouldContain(await Deploy.ActiveAsync(), "the test itself can open them");
        var secret = secrets.Single(text => !text.StartsWith("AKIA", StringComparison.Ordinal));
        secret.Length.ShouldBe(40);
        foreach (var (where, text) in await EverythingAsync())
        {
            text.ShouldNotContain(secret, customMessage: where);
        }
    }

    public void Dispose() => aws.Dispose();

    private static bool IsMade(Dictionary<string, AttributeValue> entry) => entry["key"].S.Contains("#MakeDeployKey#", StringComparison.Ordinal);

    /// <summary>One key and nothing under way, whatever the test before left.</summary>
    private async Task FreshAsync()
    {
        await world.AdvanceAsync("P8D");
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        (await Deploy.UnderWayAsync()).ShouldBeNull();
        if ((await Deploy.KeysAsync()).Count > 1)
        {
            await world.AdvanceAsync("P8D");
            (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        }

        (await Deploy.KeysAsync()).Count.ShouldBe(1);
    }

    private async Task<IEnumerable<string>> SlackAsync() => (await world.SlackAsync()).Select(message => message.Text);

    private async Task<IReadOnlyList<(string Where, string Text)>> EverythingAsync()
    {
        var all = new List<(string, string)>();
        foreach (var run in Deploy.Runs) all.Add((run, await aws.HistoryAsync(run)));
        foreach (var log in (await world.Web.GetFromJsonAsync<List<string>>("api/logs"))!) all.Add((log, string.Join('\n', (await world.Web.GetFromJsonAsync<List<string>>($"api/logs/{log}"))!)));
        all.Add(("Slack", string.Join('\n', await SlackAsync())));
        all.Add(("mail", string.Join('\n', (await world.MailsAsync()).Select(mail => mail.Text + mail.Html))));
        all.Add(("page", await world.Web.GetStringAsync(new Uri("api/view", UriKind.Relative))));
        all.Add(("secrets' times", (await Deploy.ViewAsync()).ToJsonString()));
        for (Dictionary<string, AttributeValue>? from = null; ;)
        {
            var page = await aws.DynamoDb.ScanAsync(new ScanRequest { TableName = await aws.LedgerAsync(), ExclusiveStartKey = from });
            all.Add(("ledger", string.Join('\n', page.Items.SelectMany(item => item.Values).Select(value => value.S))));
            if ((from = page.LastEvaluatedKey) is not { Count: > 0 }) break;
        }

        foreach (var bucket in (await aws.S3.ListBucketsAsync()).Buckets)
        {
            foreach (var file in (await aws.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket.BucketName })).S3Objects ?? [])
            {
                using var body = new StreamReader((await aws.S3.GetObjectAsync(bucket.BucketName, file.Key)).ResponseStream);
                all.Add((file.Key, await body.ReadToEndAsync()));
            }
        }

        return all;
    }
}
