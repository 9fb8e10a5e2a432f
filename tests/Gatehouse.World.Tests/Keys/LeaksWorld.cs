using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;

namespace Gatehouse.World.Tests.Keys;

/// <summary>A world in which another account's keys are watched too.</summary>
[CollectionDefinition(Name)]
public sealed class LeaksWorld : ICollectionFixture<LeaksWorldFixture>
{
    public const string Name = "leaks world";
}

/// <inheritdoc/>
public sealed class LeaksWorldFixture : WorldFixture
{
    protected override string Name => "leaks-world-tests";

    protected override string[] StartedWith => ["--key-accounts", LeakedKeys.Payments];
}

/// <summary>Makes keys, lets them leak, and reads back what became of them.</summary>
internal sealed class LeakedKeys(WorldFixture world, AwsClients aws) : IDisposable
{
    public const string Payments = "123456789012", Channel = "#cyber-security-help", Policy = "gatehouse-revoked-sessions", List = "cyber-security@example.gov.uk";

    private static int made;

    private readonly AmazonIdentityManagementServiceClient payments = new(
        new BasicAWSCredentials(Payments, "at all"), new AmazonIdentityManagementServiceConfig { ServiceURL = world.Where.Aws.ToString(), AuthenticationRegion = world.Where.Region, MaxErrorRetry = 0 });

    public void Dispose() => payments.Dispose();

    public AmazonIdentityManagementServiceClient Iam(string? account = null) => account == Payments ? payments : aws.Iam;

    /// <summary>A user with a key.</summary>
    /// <param name="managedBy">The value of the tag; null for a user that is not Gatehouse's.</param>
    /// <param name="account">Where; the base account where it is null.</param>
    /// <param name="name">Who; somebody new where it is null.</param>
    public async Task<LeakedKeyOf> MakeAsync(string? managedBy = "gatehouse", string? account = null, string? name = null)
    {
        var user = name ?? $"leaks.{++made}@digital.cabinet-office.gov.uk";
        await Iam(account).CreateUserAsync(new CreateUserRequest(user) { Tags = managedBy is null ? [] : [new Tag { Key = "managed-by", Value = managedBy }] });
        var key = (await Iam(account).CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = user })).AccessKey;
        return new LeakedKeyOf(user, key.AccessKeyId, key.SecretAccessKey, account);
    }

    /// <summary>AWS finds it, and says so where AWS says so.</summary>
    public Task FoundByAwsAsync(params LeakedKeyOf[] keys) => aws.PutGlobalEventAsync(
        "aws.health",
        "AWS Health Event",
        new JsonObject
        {
            ["service"] = "RISK",
            ["eventTypeCode"] = "AWS_RISK_CREDENTIALS_EXPOSED",
            ["affectedEntities"] = new JsonArray([.. keys.Select(key => new JsonObject { ["entityValue"] = key.Id })]),
        },
        keys[0].Account ?? "anyone");

    /// <summary>GitHub finds something in a file of some repository.</summary>
    /// <returns>The alert's number.</returns>
    public async Task<int> FoundByGitHubAsync(string repository, string secretType, string secret, string path = "deploy.sh") =>
        (int)(await AlertAsync(new { repository, secretType, secret, path }))["number"]!;

    public Task SaidAgainAsync(string repository, int number, string action) => AlertAsync(new { repository, number, action });

    public async Task<bool> IsActiveAsync(LeakedKeyOf key) =>
        (await Iam(key.Account).ListAccessKeysAsync(new ListAccessKeysRequest { UserName = key.User })).AccessKeyMetadata.Single(one => one.AccessKeyId == key.Id).Status == StatusType.Active;

    /// <summary>The names of the user's inline policies.</summary>
    public async Task<IReadOnlyList<string>> PoliciesAsync(LeakedKeyOf key) => (await Iam(key.Account).ListUserPoliciesAsync(new ListUserPoliciesRequest(key.User))).PolicyNames ?? [];

    public Task StoppedAsync(LeakedKeyOf key, int seconds = 60) => WorldViews.EventuallyAsync("the key is inactive", async () => await IsActiveAsync(key) ? null : key, seconds);

    /// <summary>What the channel was told of it.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(LeakedKeyOf key) =>
        [.. (await world.SlackAsync()).Where(message => message.Channel == Channel && message.Text.Contains(key.Id, StringComparison.Ordinal)).Select(message => message.Text)];

    public Task<IReadOnlyList<string>> ToldAsync(LeakedKeyOf key, int count, int seconds = 120) =>
        WorldViews.EventuallyAsync($"{count} messages are told", async () => await ToldAsync(key) is { } told && told.Count >= count ? told : null, seconds);

    /// <summary>Waits until no run about a leak is under way.</summary>
    public Task QuietAsync() => WorldViews.EventuallyAsync("every run is over", async () => (await world.RunsAsync()).All(run => run.Machine != "gatehouse-leaks" || run.Status != "RUNNING") ? world : null, 120);

    private async Task<JsonNode> AlertAsync(object body)
    {
        using var answer = await world.Web.PostAsJsonAsync("api/secret-alerts", body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}

/// <summary>Somebody's key.</summary>
internal sealed record LeakedKeyOf(string User, string Id, string Secret, string? Account);
