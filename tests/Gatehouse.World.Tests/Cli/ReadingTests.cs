using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Cli;

/// <summary>The commands that only read: plan, status, history, doctor.</summary>
[Collection(SharedWorld.Name)]
public sealed class ReadingTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly CommandLine gatehouse = new(world);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-register-");

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_persons_status_says_what_they_have_where_it_comes_from_and_what_happened()
    {
        var person = RegisterClient.Address("status.one");
        var merged = await register.AddAsync("status.one");
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");

        var status = await gatehouse.RunAsync("status", person);

        status.Code.ShouldBe(0, status.ToString());
        status.Output.ShouldContain($"by pull request #{merged.Number}, merged by request-form");
        status.Output.ShouldMatch(@"Register\s+terraform/gds_users\.tf\.json:\d+ at ");
        status.Output.ShouldMatch(@"CrossAccountAccess: terraform/iam_crossaccountaccess_members\.tf\.json:\d+");
        status.Output.ShouldContain("must be changed at the next sign-in; last sign-in never");
        status.Output.ShouldContain("send the welcome");
        status.Output.ShouldNotContain('\e');
        (await gatehouse.RunAsync("status", "status.one")).ShouldBeRefused($"Did you mean {person}?");
    }

    [Fact]
    public async Task The_trail_is_read_by_person_day_pull_request_and_run_as_table_CSV_and_JSON()
    {
        await world.NoonAsync();
        var person = RegisterClient.Address("history.one");
        var merged = await register.AddAsync("history.one");
        (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
        string[][] questions = [["--person", person], ["--pull-request", $"{merged.Number}"], ["--run", merged.RunName], []];

        foreach (var question in questions)
        {
            var table = await gatehouse.RunAsync(["history", .. question]);
            table.Code.ShouldBe(0, table.ToString());
            table.Output.Split('\n').ShouldContain(line => line.Contains(person, StringComparison.Ordinal) && line.Contains(merged.RunName, StringComparison.Ordinal));
            var entries = JsonNode.Parse((await gatehouse.RunAsync(["history", .. question, "--format", "json"])).Output)!.AsArray();
            entries.Count(entry => (string)entry!["person"]! == person).ShouldBe(2);
            var csv = (await gatehouse.RunAsync(["history", .. question, "--format", "csv"])).Output;
            csv.Split("\r\n").Count(line => line.Contains(person, StringComparison.Ordinal)).ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_folder_that_nobody_has_merged_is_planned_and_nothing_is_written()
    {
        await CheckOutAsync();
        Edit(RegisterClient.Users, text => text.Replace("niamh.gallagher@", "niamh.new@", StringComparison.Ordinal));
        var before = await world.CallsAsync();

        var plan = await gatehouse.RunAsync("plan", folder.FullName, "--json");

        plan.Code.ShouldBe(0, plan.ToString());
        var changes = JsonNode.Parse(plan.Output)!["changes"]!.AsArray();
        changes.ShouldContain(change => (string)change!["kind"]! == "CreateUser" && ((string)change["person"]!).StartsWith("niamh.new@", StringComparison.Ordinal));
        changes.ShouldContain(change => (string)change!["kind"]! == "QuarantineUser" && ((string)change["person"]!).StartsWith("niamh.gallagher@", StringComparison.Ordinal));
        (await world.CallsAsync()).Where(call => call.Value != before.GetValueOrDefault(call.Key)).Select(call => call.Key)
            .ShouldNotContain(call => call.Contains(":Put", StringComparison.Ordinal) || call.Contains(":Create", StringComparison.Ordinal) || call.Contains(":Update", StringComparison.Ordinal));
        (await gatehouse.RunAsync("plan", folder.FullName, "--without-ledger")).Output.ShouldContain("niamh.new@");
    }

    [Fact]
    public async Task A_folder_that_would_remove_too_many_is_refused_with_its_arithmetic_and_one_that_is_broken_with_its_lines()
    {
        await CheckOutAsync();
        Edit(RegisterClient.Users, text => Keep(text, 3));
        Edit(RegisterClient.Members, _ => """{"resource":{}}""");

        var refused = await gatehouse.RunAsync("plan", folder.FullName);
        refused.Code.ShouldBe(2, refused.ToString());
        refused.Output.ShouldMatch(@"refused: .*%");

        Edit(RegisterClient.Users, _ => "{\n  \"resource\": [\n    oops\n");
        var broken = await gatehouse.RunAsync("plan", folder.FullName);
        broken.Code.ShouldBe(2, broken.ToString());
        broken.Output.ShouldContain("terraform/gds_users.tf.json:3:");
    }

    [Fact]
    public async Task The_repository_is_planned_as_a_run_would_see_it()
    {
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");

        var plan = await gatehouse.RunAsync("plan", "--json");

        plan.Code.ShouldBeOneOf(0, 2);
        var document = JsonNode.Parse(plan.Output)!;
        ((string)document["commit"]!).ShouldBe(await register.HeadAsync());
        document["changes"]!.AsArray().ShouldBeEmpty();
        document["findings"]!.AsArray().ShouldContain(finding => (string)finding!["subject"]! == "break-glass-admin");
    }

    [Fact]
    public async Task A_doctor_finds_nothing_wrong_and_then_that_the_branch_lost_its_protection()
    {
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        var well = await gatehouse.RunAsync("doctor");
        well.Code.ShouldBe(0, well.ToString());
        well.Output.ShouldContain("master takes pull requests with 1 approval only");
        well.Output.ShouldContain("the rule gatehouse-reconcile is off");
        well.Output.ShouldNotContain(world.Where.WebhookSecret);

        var protection = await ProtectionAsync(HttpMethod.Get);
        await ProtectionAsync(HttpMethod.Delete);
        try
        {
            var ill = await gatehouse.RunAsync("doctor");
            ill.Code.ShouldBe(2, ill.ToString());
            ill.Output.ShouldContain("master is not protected");
        }
        finally
        {
            await ProtectionAsync(HttpMethod.Put, Written(protection));
        }
    }

    [Fact]
    public async Task What_is_not_known_of_a_deployment_is_said_with_what_to_set()
    {
        var unknown = await gatehouse.RunAsync(new Dictionary<string, string> { ["GATEHOUSE_CHANNEL"] = "" }, "doctor", "--deployment", "another");

        unknown.Output.ShouldContain("there is no table another-ledger");
        unknown.Output.ShouldContain("GATEHOUSE_CHANNEL is not known");
        unknown.Code.ShouldBe(2, unknown.ToString());
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Delete(recursive: true);
    }

    private static string Keep(string users, int some)
    {
        var file = JsonNode.Parse(users)!;
        var kept = file["resource"]!.AsArray().Take(some).Select(entry => entry!.DeepClone()).ToArray();
        file["resource"] = new JsonArray(kept);
        return file.ToJsonString();
    }

    private static string Written(string protection)
    {
        var read = JsonNode.Parse(protection)!;
        return new JsonObject
        {
            ["required_status_checks"] = null,
            ["enforce_admins"] = (bool)read["enforce_admins"]!["enabled"]!,
            ["required_pull_request_reviews"] = new JsonObject { ["required_approving_review_count"] = (int)read["required_pull_request_reviews"]!["required_approving_review_count"]! },
            ["restrictions"] = null,
        }.ToJsonString();
    }

    private async Task CheckOutAsync()
    {
        foreach (var path in new[] { RegisterClient.Users, RegisterClient.Members, "gatehouse.json" })
        {
            var file = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, await register.ReadAsync(path));
        }
    }

    private void Edit(string path, Func<string, string> edit)
    {
        var file = Path.Combine(folder.FullName, path);
        File.WriteAllText(file, edit(File.ReadAllText(file)));
    }

    private async Task<string> ProtectionAsync(HttpMethod method, string? body = null)
    {
        using var http = new HttpClient { BaseAddress = world.Where.GitHub };
        using var request = new HttpRequestMessage(method, $"/repos/{world.Where.Repository}/branches/{world.Where.Branch}/protection");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "an-administrator");
        request.Content = body is null ? null : new StringContent(body, null, "application/json");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }
}
