using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Cli;

/// <summary>Everyone's keys, and what a person may do about them by hand.</summary>
[Collection(WatchWorld.Name)]
public sealed class KeysTests(WatchWorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);
    private readonly CommandLine gatehouse = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Everyone_s_keys_are_reported_as_a_table_CSV_JSON_and_a_page()
    {
        var person = await JoinAsync("keys.reported");
        var key = await MakeKeyAsync(person);
        await world.AdvanceAsync("PT5H");

        var table = await gatehouse.RunAsync("keys", "report", "--live");
        table.Code.ShouldBe(0, table.ToString());
        var line = table.Output.Split('\n').Where(one => one.Contains(person, StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldContain(key);
        line.ShouldContain("active");
        line.ShouldMatch(@"^\d{4}-\d{2}-\d{2}\s+mail a warning: unused");
        table.Errors.ShouldContain("IAM makes one every four hours");

        var report = JsonNode.Parse((await gatehouse.RunAsync("keys", "report", "--format", "json")).Output)!;
        report["acts"]!.GetValue<bool>().ShouldBeTrue();
        var mine = report["keys"]!.AsArray().Where(one => (string)one!["user"]! == person).ShouldHaveSingleItem()!;
        mine["whose"]!.GetValue<string>().ShouldBe("person");
        mine["key"].ShouldBeNull();
        report["accounts"]![0]!["failure"].ShouldBeNull();

        (await gatehouse.RunAsync("keys", "report", "--format", "csv")).Output.Split("\r\n").ShouldContain(one => one.Contains($",{person},person,", StringComparison.Ordinal));

        var file = Path.Combine(Path.GetTempPath(), $"gatehouse-keys-{Environment.ProcessId}.html");
        var written = await gatehouse.RunAsync("keys", "report", "--format", "html", "--output", file);
        written.Code.ShouldBe(0, written.ToString());
        written.Output.ShouldBeEmpty();
        var page = await File.ReadAllTextAsync(file);
        File.Delete(file);
        page.ShouldContain(person);
        page.ShouldContain("Ages of the active keys");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_world_s_page_shows_the_same_report()
    {
        var person = await JoinAsync("keys.on.the.page");
        var key = await MakeKeyAsync(person);
        await world.AdvanceAsync("PT5H");

        var page = await world.Web.GetStringAsync("keys");

        page.ShouldContain(person);
        page.ShouldContain(key);
        (await world.Web.GetStringAsync("")).ShouldContain("href=\"/keys\"");
    }

    [Fact]
    public async Task A_report_writes_nothing_and_asks_for_nobody_s_keys_unless_it_is_live()
    {
        await MakeKeyAsync(await JoinAsync("keys.unasked"));
        var before = await world.CallsAsync();

        (await gatehouse.RunAsync("keys", "report")).Code.ShouldBe(0);

        var called = (await world.CallsAsync()).Where(call => call.Value != before.GetValueOrDefault(call.Key)).Select(call => call.Key).ToList();
        called.ShouldNotContain("iam:ListAccessKeys");
        called.ShouldAllBe(call => !call.Contains("Put", StringComparison.Ordinal) && !call.Contains("Update", StringComparison.Ordinal) && !call.Contains("Delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_that_we_made_inactive_is_given_back_for_a_day_and_twice_is_safe()
    {
        var person = await JoinAsync("keys.given.back");
        var key = await MakeKeyAsync(person);
        await DeactivateAsync(person, key, "Age");

        var given = await gatehouse.RunAsync("keys", "reactivate", person, "--reason", "a release tonight");

        given.Code.ShouldBe(0, given.ToString());
        given.Output.ShouldContain($"The key {key} is active again.");
        (await StatusAsync(person, key)).ShouldBe(StatusType.Active);
        var record = await RecordAsync(person, key);
        record.ShouldNotContainKey("deactivated");
        record["reactivatedUntil"].S.ShouldNotBeNull();
        (await world.SlackAsync()).ShouldContain(message => message.Text.StartsWith($":key: *The access key {key} of {person} was given back by hand*", StringComparison.Ordinal));
        (await gatehouse.RunAsync("history", "--person", person, "--format", "csv")).Output.ShouldContain($"give back the access key {key} until");

        var again = await gatehouse.RunAsync("keys", "reactivate", person, key, "--reason", "a release tonight");
        again.Code.ShouldBe(0, again.ToString());
        again.Output.ShouldContain("was given back until");
        (await RecordAsync(person, key))["reactivatedUntil"].S.ShouldBe(record["reactivatedUntil"].S);
    }

    [Fact]
    public async Task One_that_IAM_did_not_take_is_finished_by_the_same_command()
    {
        var person = await JoinAsync("keys.half.given");
        var key = await MakeKeyAsync(person);
        await DeactivateAsync(person, key, "Disuse");
        await world.FailAsync("iam", "UpdateAccessKey", "AccessDenied");

        var broken = await gatehouse.RunAsync("keys", "reactivate", person, "--reason", "a release tonight");
        broken.Code.ShouldBe(1, broken.ToString());
        broken.Errors.ShouldContain("NOT FINISHED");
        (await world.SlackAsync()).ShouldContain(message => message.Text.Contains(person, StringComparison.Ordinal) && message.Text.Contains("it is NOT finished", StringComparison.Ordinal));

        (await gatehouse.RunAsync("keys", "reactivate", person, "--reason", "a release tonight")).Code.ShouldBe(0);
        (await StatusAsync(person, key)).ShouldBe(StatusType.Active);
    }

    [Fact]
    public async Task Of_two_keys_one_must_be_named()
    {
        var person = await JoinAsync("keys.two");
        var (one, other) = (await MakeKeyAsync(person), await MakeKeyAsync(person));
        await DeactivateAsync(person, one, "Age");
        await DeactivateAsync(person, other, "Age");

        (await gatehouse.RunAsync("keys", "reactivate", person, "--reason", "x")).ShouldBeRefused("Say which:");
        (await gatehouse.RunAsync("keys", "reactivate", person, other, "--reason", "x")).Code.ShouldBe(0);

        (await StatusAsync(person, one)).ShouldBe(StatusType.Inactive);
        (await StatusAsync(person, other)).ShouldBe(StatusType.Active);
    }

    [Fact]
    public async Task What_was_found_in_public_what_others_made_inactive_and_what_a_leaver_had_is_not_given_back()
    {
        var leaked = await JoinAsync("keys.leaked");
        var leakedKey = await MakeKeyAsync(leaked);
        await DeactivateAsync(leaked, leakedKey, "Leak");
        (await gatehouse.RunAsync("keys", "reactivate", leaked, "--reason", "x")).ShouldBeRefused("was found in public");

        var byHand = await JoinAsync("keys.by.hand");
        var handKey = await MakeKeyAsync(byHand);
        await aws.Iam.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = byHand, AccessKeyId = handKey, Status = StatusType.Inactive });
        (await gatehouse.RunAsync("keys", "reactivate", byHand, handKey, "--reason", "x")).ShouldBeRefused("made inactive by somebody else");

        var leaver = await JoinAsync("keys.leaver");
        await DeactivateAsync(leaver, await MakeKeyAsync(leaver), "Age");
        (await gatehouse.RunAsync("revoke", leaver, "--now", "--reason", "laptop stolen")).Code.ShouldBe(0);
        (await gatehouse.RunAsync("keys", "reactivate", leaver, "--reason", "x")).ShouldBeRefused("is leaving");

        (await gatehouse.RunAsync("keys", "reactivate", "nobody.at.all", "--reason", "x")).ShouldBeRefused("They have no access key at all.");
        (await StatusAsync(leaked, leakedKey)).ShouldBe(StatusType.Inactive);
        (await StatusAsync(byHand, handKey)).ShouldBe(StatusType.Inactive);
    }

    [Fact]
    public async Task The_keys_that_a_sweep_asks_about_are_shown_and_allowed()
    {
        var person = await JoinAsync("keys.asked");
        var key = await MakeKeyAsync(person);
        await RememberAsync(person, key, new());
        await AskAsync("keys-20261121", key);

        var shown = await gatehouse.RunAsync("keys", "allow", "keys-20261121");
        shown.Code.ShouldBe(0, shown.ToString());
        shown.Output.ShouldContain(person);
        shown.Errors.ShouldContain("Nothing was done.");

        var said = await world.SaidByAsync(async () =>
        {
            var allowed = await gatehouse.RunAsync("keys", "allow", "keys-20261121", "--yes", "--reason", "they were all told");
            allowed.Code.ShouldBe(0, allowed.ToString());
            allowed.Output.ShouldContain("stateMachine:gatehouse-keys");
        });
        said.ShouldContain(message => message.Text.StartsWith(":key: *1 access key may be made inactive", StringComparison.Ordinal));
        (await gatehouse.RunAsync("history", "--person", person, "--format", "csv")).Output.ShouldContain("they were all told");

        (await gatehouse.RunAsync("keys", "allow", "keys-none")).ShouldBeRefused("asks about no key");
    }

    [Fact]
    public async Task Only_a_machine_user_with_a_rotation_is_rotated()
    {
        (await gatehouse.RunAsync("keys", "rotate", "nobody")).ShouldBeRefused("lists no nobody");
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task<string> JoinAsync(string name)
    {
        var merged = await register.AddAsync(name);
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        await world.PlannedAsync(merged.Number);
        return RegisterClient.Address(name);
    }

    private async Task<string> MakeKeyAsync(string person) => (await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = person })).AccessKey.AccessKeyId;

    private async Task<StatusType> StatusAsync(string person, string key) => (await ListAsync(person)).Single(one => one.AccessKeyId == key).Status;

    private async Task<List<AccessKeyMetadata>> ListAsync(string person) => (await aws.Iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = person })).AccessKeyMetadata;

    /// <summary>What a sweep leaves behind of a key that it made inactive.</summary>
    private async Task DeactivateAsync(string person, string key, string cause)
    {
        await aws.Iam.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = person, AccessKeyId = key, Status = StatusType.Inactive });
        var now = Stamp(await world.NowAsync());
        await RememberAsync(person, key, new() { ["deactivated"] = new(now), ["deactivationTold"] = new(now), ["cause"] = new(cause) });
    }

    private async Task RememberAsync(string person, string key, Dictionary<string, AttributeValue> known)
    {
        var made = (await ListAsync(person)).Single(one => one.AccessKeyId == key).CreateDate!.Value;
        var item = ItemKey(person, key);
        foreach (var (name, value) in known.Concat(new Dictionary<string, AttributeValue>
        {
            ["name"] = new(person),
            ["account"] = new(world.Where.Account),
            ["key"] = new(key),
            ["open"] = new($"key#{world.Where.Account}"),
            ["created"] = new(Stamp(made.ToUniversalTime())),
            ["at"] = new(Stamp(made.ToUniversalTime())),
        }))
        {
            item[name] = value;
        }

        await aws.DynamoDb.PutItemAsync(await aws.LedgerAsync(), item);
    }

    private async Task<Dictionary<string, AttributeValue>> RecordAsync(string person, string key) =>
        (await aws.DynamoDb.GetItemAsync(await aws.LedgerAsync(), ItemKey(person, key))).Item;

    private async Task AskAsync(string run, string key) => await aws.DynamoDb.PutItemAsync(await aws.LedgerAsync(), new Dictionary<string, AttributeValue>
    {
        ["pk"] = new("KEYS-ALLOWED"),
        ["sk"] = new(run),
        ["keys"] = new() { SS = [key] },
        ["at"] = new(Stamp(await world.NowAsync())),
    });

    private Dictionary<string, AttributeValue> ItemKey(string person, string key) => new()
    {
        ["pk"] = new($"KEYS#{world.Where.Account}#{person.ToLowerInvariant()}"),
        ["sk"] = new($"KEY#{key}"),
    };

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
