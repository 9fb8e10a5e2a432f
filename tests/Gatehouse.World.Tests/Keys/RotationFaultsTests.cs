using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Keys;

/// <summary>
/// Each AWS and GitHub call on a rotation's way fails once, in turn, and ends the process in turn, before and after it took effect. Both secrets always end as one
/// active key, and no old key is made inactive before that: the workflow that opens the secrets with libsodium and asks IAM is the judge.
/// </summary>
[Collection(RotationWorld.Name)]
public sealed class RotationFaultsTests(RotationWorldFixture world) : IAsyncLifetime, IDisposable
{
    /// <summary>An error that no SDK tries again by itself.</summary>
    private const string Refused = "IncompleteSignature";
    private const string Write = "actions/create-or-update-environment-secret";

    /// <summary>Every call on the way, in rounds whose faults meet different functions, so that none is tried more often than the state machine does.</summary>
    private static readonly string[][] OnTheWay =
    [
        ["secretsmanager:GetSecretValue", "iam:GetUser", "iam:CreateAccessKey", "github:actions/create-workflow-dispatch", "iam:UpdateAccessKey"],
        ["github:repos/get-branch", "iam:ListAccessKeys", "github:actions/get-environment-public-key", "github:actions/list-workflow-runs", "dynamodb:UpdateItem"],
        ["github:repos/get-content", "iam:GetAccessKeyLastUsed", "github:actions/get-environment-secret", "dynamodb:DeleteItem"],
        ["github:apps/create-installation-access-token", "s3:PutObject", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "github:actions/create-or-update-environment-secret"],
    ];

    /// <summary>Those whose outcome decides what the secrets and keys are.</summary>
    public static TheoryData<string, bool> Deciding => new()
    {
        { "iam:CreateAccessKey", false },
        { "iam:CreateAccessKey", true },
        { "github:actions/get-environment-public-key", true },
        { "github:actions/create-or-update-environment-secret", false },
        { "github:actions/create-or-update-environment-secret", true },
        { "github:actions/create-workflow-dispatch", false },
        { "github:actions/create-workflow-dispatch", true },
        { "iam:UpdateAccessKey", false },
        { "iam:UpdateAccessKey", true },
    };

    private readonly AwsClients aws = new(world);

    private DeployUser Deploy => field ??= new DeployUser(world, aws);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task Each_call_that_fails_once_is_made_again()
    {
        foreach (var round in OnTheWay)
        {
            await RotatedAsync($"{string.Join(", ", round)} are refused", () => Task.WhenAll(round.Select(action =>
                world.FailAsync(action.Split(':')[0], action.Split(':')[1], Refused, status: action.StartsWith("github", StringComparison.Ordinal) ? 502 : 400))));
        }

        // The test itself looks for the ledger's table.
        var forgotten = (await world.CallsAsync()).Keys.Where(call => call.Split(':')[0] is not ("lambda" or "states" or "slack" or "ses" or "s3")).Except([.. OnTheWay.SelectMany(round => round), "iam:DeleteAccessKey", "dynamodb:ListTables"]);
        forgotten.ShouldBeEmpty("add these to the list of calls that fail");
    }

    [Theory]
    [Trait("Size", "Long")]
    [MemberData(nameof(Deciding))]
    public Task A_process_that_is_killed_at(string action, bool after) =>
        RotatedAsync($"killed {(after ? "after" : "before")} {action}", () => world.KillAtAsync(action.Split(':')[0], action.Split(':')[1], after));

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public Task A_write_that_fails_more_often_than_one_attempt_tries_or_kills_it_is_made_good(int first, bool kills) =>
        RotatedAsync($"write {first + 1} {(kills ? "kills" : "fails thrice")}", () => kills
            ? world.KillAtAsync("github", Write, skip: first)
            : world.FailAsync("github", Write, "Bad Gateway", times: 3, status: 502, skip: first));

    [Fact]
    public async Task A_run_that_is_stopped_between_the_two_writes_is_finished_by_the_next()
    {
        await FreshAsync();
        await world.FailAsync("github", Write, "Bad Gateway", times: 1_000, status: 502, skip: 1);
        var run = await Deploy.StartAsync(new JsonObject { ["trigger"] = "asked", ["user"] = DeployUser.Name });
        await WorldViews.EventuallyAsync("half a key was written", async () => (await world.CallsAsync()).GetValueOrDefault($"github:{Write}") >= 2 ? world : null);
        await aws.StepFunctions.StopExecutionAsync(new Amazon.StepFunctions.Model.StopExecutionRequest { ExecutionArn = run });
        (await Deploy.TryAsync()).ShouldBe("failure", "the secrets hold halves of two keys");
        (await Deploy.KeysAsync()).ShouldAllBe(key => key.Status == "Active");
        await world.ClearFaultsAsync();

        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");

        await Deploy.ShouldWorkAsync("after the next run");
    }

    public void Dispose() => aws.Dispose();

    /// <summary>Rotates with something going wrong on the way, and sees that it was met, and how all stands in the end.</summary>
    private async Task RotatedAsync(string about, Func<Task> disturb)
    {
        await FreshAsync();
        var old = await Deploy.ActiveAsync();
        await world.AdvanceAsync("P90D");
        await disturb();

        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED", about);

        (await world.WaitingFaultsAsync()).ShouldBeEmpty($"{about}: not met");
        (await Deploy.ActiveAsync()).ShouldNotBe(old, about);
        await Deploy.ShouldWorkAsync(about);
        (await Deploy.UnderWayAsync()).ShouldBeNull(about);
    }

    private async Task FreshAsync()
    {
        await world.ClearFaultsAsync();
        await world.AdvanceAsync("P8D");
        (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        if ((await Deploy.KeysAsync()).Count > 1)
        {
            await world.AdvanceAsync("P8D");
            (await Deploy.RotateAsync()).ShouldBe("SUCCEEDED");
        }

        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
    }
}
