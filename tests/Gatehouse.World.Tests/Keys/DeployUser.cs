using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement.Model;
using Amazon.StepFunctions.Model;

namespace Gatehouse.World.Tests.Keys;

/// <summary>The machine user of the seed, its repository, and its rotation, as a visitor sees them.</summary>
internal sealed class DeployUser(WorldFixture world, AwsClients aws)
{
    public const string Name = "deploy", Owner = "platform-leads@digital.cabinet-office.gov.uk";
    private const string Place = "repos/example-org/deploy-me";

    private static int started;

    private readonly List<string> runs = [];

    /// <summary>The executions that this driver has started.</summary>
    public IReadOnlyList<string> Runs => runs;

    public async Task<IReadOnlyList<AccessKeyMetadata>> KeysAsync() => (await aws.Iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = Name })).AccessKeyMetadata;

    /// <summary>The one key that is active.</summary>
    public async Task<string> ActiveAsync() => (await KeysAsync()).Where(key => key.Status == "Active").ShouldHaveSingleItem().AccessKeyId;

    /// <summary>Runs the day's rotations, as the schedule does.</summary>
    public Task<string> RotateAsync() => world.RunScheduleAsync("deploy-keys");

    /// <summary>Asks for a rotation, as <c>gatehouse keys rotate</c> does; answers how the run ended.</summary>
    public async Task<(string Status, string? Error)> AskAsync()
    {
        var run = await StartAsync(new JsonObject { ["trigger"] = "asked", ["user"] = Name });
        return await EndAsync(run);
    }

    /// <summary>Starts a run and does not wait.</summary>
    public async Task<string> StartAsync(JsonObject input)
    {
        var machine = (await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.Single(one => one.Name == "gatehouse-deploy-keys");
        var run = await aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest
        {
            StateMachineArn = machine.StateMachineArn,
            Name = $"asked-{Interlocked.Increment(ref started)}",
            Input = input.ToJsonString(),
        });
        runs.Add(run.ExecutionArn);
        return run.ExecutionArn;
    }

    public async Task<(string Status, string? Error)> EndAsync(string run) => await WorldViews.EventuallyAsync<Tuple<string, string?>>("the rotation ends", async () =>
    {
        var seen = await aws.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = run });
        return seen.Status == "RUNNING" ? null : Tuple.Create(seen.Status.Value, (string?)seen.Error);
    }, seconds: 180) is var (status, error) ? (status, error) : default;

    /// <summary>Asks for the test workflow as a person does, and answers how it ended: whether both secrets are one active key.</summary>
    public async Task<string> TryAsync()
    {
        var before = (await ViewAsync())["runs"]!.AsArray().Count;
        using var http = new HttpClient { BaseAddress = world.Where.GitHub };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "somebody");
        using var asked = await http.PostAsJsonAsync($"{Place}/actions/workflows/test-credentials.yml/dispatches", new JsonObject { ["ref"] = "main" });
        asked.EnsureSuccessStatusCode();
        return await WorldViews.EventuallyAsync("the workflow ends", async () => (await ViewAsync())["runs"]!.AsArray() is { } seen && seen.Count > before ? (string?)seen[^1]!["conclusion"] : null);
    }

    /// <summary>Lets the next run of the workflow end otherwise than by what the secrets hold.</summary>
    public async Task NextRunAsync(string ends)
    {
        using var answer = await world.Web.PostAsJsonAsync("api/deploys/next-run", new { ends });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>When the secrets were written, and the runs of the workflow.</summary>
    public async Task<JsonNode> ViewAsync() => (await world.Web.GetFromJsonAsync<JsonArray>("api/deploys"))!.Single()!;

    /// <summary>Both secrets are one active key, and there is no other active one: what every rotation ends with.</summary>
    public async Task ShouldWorkAsync(string about)
    {
        (await TryAsync()).ShouldBe("success", about);
        (await KeysAsync()).Count(key => key.Status == "Active").ShouldBe(1, about);
    }

    /// <summary>What the ledger remembers of a rotation under way; null where there is none.</summary>
    public async Task<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>?> UnderWayAsync()
    {
        var answer = await aws.DynamoDb.GetItemAsync(new Amazon.DynamoDBv2.Model.GetItemRequest { TableName = await aws.LedgerAsync(), Key = new() { ["pk"] = new($"ROTATION#{Name}"), ["sk"] = new("ROTATION") } });
        return answer.Item is { Count: > 0 } item ? item : null;
    }
}
