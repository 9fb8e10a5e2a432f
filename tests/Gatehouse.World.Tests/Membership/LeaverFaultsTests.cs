namespace Gatehouse.World.Tests.Membership;

/// <summary>
/// Leavers with everything, and each AWS call on their way failing once, or ending the process after it took effect; the end is the same. The
/// leavers of one run share its faults, so that none is tried more often than the state machine does.
/// </summary>
[Collection(FaultsWorld.Name)]
public sealed class LeaverFaultsTests(FaultsWorldFixture world) : IAsyncLifetime, IDisposable
{
    /// <summary>An error that no SDK tries again by itself.</summary>
    private const string Refused = "IncompleteSignature";
    private const int Leavers = 6;

    private static readonly string[] OfQuarantine =
    [
        "iam:GetAccountAuthorizationDetails", "s3:PutObject", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "ses:SendEmail",
        "iam:PutUserPolicy", "iam:ListAccessKeys", "iam:UpdateAccessKey", "iam:DeleteLoginProfile", "iam:ListGroupsForUser", "iam:RemoveUserFromGroup",
    ];

    private static readonly string[] OfReturn =
    [
        "dynamodb:Query", "iam:ListAccountAliases", "dynamodb:TransactWriteItems",
        "iam:AddUserToGroup", "iam:DeleteUserPolicy", "dynamodb:DeleteItem", "iam:CreateLoginProfile", "iam:ListMFADevices", "iam:UpdateLoginProfile",
    ];

    private static readonly string[] OfDeletion =
    [
        "secretsmanager:GetSecretValue",
        "iam:GetUser", "iam:ListMFADevices", "iam:DeactivateMFADevice", "iam:DeleteVirtualMFADevice", "iam:DeleteLoginProfile",
        "iam:ListAccessKeys", "iam:DeleteAccessKey", "iam:ListSigningCertificates", "iam:DeleteSigningCertificate", "iam:ListSSHPublicKeys", "iam:DeleteSSHPublicKey",
        "iam:ListServiceSpecificCredentials", "iam:DeleteServiceSpecificCredential", "iam:ListGroupsForUser", "iam:ListAttachedUserPolicies", "iam:DetachUserPolicy",
        "iam:ListUserPolicies", "iam:DeleteUserPolicy", "iam:DeleteUserPermissionsBoundary", "iam:DeleteUser", "dynamodb:UpdateItem", "dynamodb:DeleteItem",
    ];

    /// <summary>What a run reads because of other tests' people, whose passwords ended: no leaver brings these calls.</summary>
    private static readonly string[] OfDrift = ["iam:GenerateCredentialReport", "iam:GetCredentialReport", "iam:GetLoginProfile"];

    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public Task Each_call_that_fails_once_is_made_again() => ThroughAsync("refused", (service, action) => world.FailAsync(service, action, Refused));

    [Fact]
    public Task A_process_that_is_killed_after_any_call_is_taken_up_where_it_was() => ThroughAsync("killed", (service, action) => world.KillAtAsync(service, action, after: true));

    [Fact]
    public async Task A_report_that_cannot_read_its_plan_at_once_reads_it_again()
    {
        await world.ReconcileAsync();
        await world.FailAsync("s3", "GetObject", Refused);

        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED");
        (await world.WaitingFaultsAsync()).ShouldBeEmpty();
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task ThroughAsync(string kind, Func<string, string, Task> disturb)
    {
        string[] people = [.. Enumerable.Range(1, Leavers).Select(number => $"leaver.{kind}{number}")];
        var belongings = people.Select(person => new Belongings(aws.Iam, RegisterClient.Address(person))).ToList();
        await SucceededAsync(await register.AddAsync(people));
        await Belongings.MakeGroupsAsync(aws.Iam);
        await Task.WhenAll(belongings.Select(one => one.GiveEverythingAsync()));

        var removal = await PlannedAsync(register.OpenToRemoveAsync(people));
        await DisturbedAsync(OfQuarantine, disturb, async () => await SucceededAsync(await register.MergeAsync(removal)));
        (await AllAsync(belongings)).ShouldAllBe(things => things.Contains("inline gatehouse-quarantine") && !things.Any(thing => thing.StartsWith("group", StringComparison.Ordinal) || thing.StartsWith("password", StringComparison.Ordinal) || thing == "key Active"));

        var back = await PlannedAsync(register.OpenToAddAsync(register.Branch, people));
        await DisturbedAsync(OfReturn, disturb, async () => await SucceededAsync(await register.MergeAsync(back)));
        (await AllAsync(belongings)).ShouldAllBe(things => things.Contains("group CrossAccountAccess") && things.Any(thing => thing.StartsWith("password", StringComparison.Ordinal)) && !things.Contains("inline gatehouse-quarantine") && !things.Contains("key Active"));

        await SucceededAsync(await register.RemoveAsync(people));
        await world.AdvanceAsync("P13D");
        (await world.ReconcileAsync()).ShouldBe("SUCCEEDED", "first passwords of other tests may end here, and not in the run below");
        await world.AdvanceAsync("P2D");
        await DisturbedAsync(OfDeletion, disturb, async () => (await world.ReconcileAsync()).ShouldBe("SUCCEEDED"));
        (await AllAsync(belongings)).ShouldAllBe(things => things.Count == 0);
    }

    /// <summary>Does a run with every fault on its way, and sees that each was met and that no call was forgotten.</summary>
    private async Task DisturbedAsync(string[] actions, Func<string, string, Task> disturb, Func<Task> run)
    {
        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
        foreach (var action in actions)
        {
            await disturb(action.Split(':')[0], action.Split(':')[1]);
        }

        await run();

        (await world.WaitingFaultsAsync()).ShouldBeEmpty();
        var forgotten = (await world.CallsAsync()).Keys.Where(call => !IsAnothers(call)).Except([.. OfQuarantine, .. OfReturn, .. OfDeletion, .. OfDrift]);
        forgotten.ShouldBeEmpty("add these to the lists of calls that fail");
    }

    /// <summary>No calls of Gatehouse's functions to AWS: the state machine's, which reads the plan from S3 as well, GitHub's and Slack's.</summary>
    private static bool IsAnothers(string call) => call == "s3:GetObject" || call.Split(':')[0] is "lambda" or "states" or "github" or "slack";

    /// <summary>A pull request whose plan is made, so that only its merge meets the faults.</summary>
    private async Task<int> PlannedAsync(Task<int> opening)
    {
        var number = await opening;
        await world.PlannedAsync(number);
        return number;
    }

    private static async Task<IReadOnlyList<string>[]> AllAsync(IEnumerable<Belongings> belongings) => await Task.WhenAll(belongings.Select(one => one.AllAsync()));

    private async Task SucceededAsync(Merged merged) => (await world.RunOfAsync(merged)).Status.ShouldBe("SUCCEEDED");
}
