using System.Globalization;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Keys;

/// <summary>People and machines with access keys, made through IAM's own API; what they do with them; and the sweep that looks at them.</summary>
internal sealed class KeyHolders(WorldFixture world, AwsClients aws)
{
    /// <summary>A user of ours, or with another tag, or with none where it is null.</summary>
    public Task UserAsync(string name, string? managedBy = "gatehouse") =>
        aws.Iam.CreateUserAsync(new CreateUserRequest(name) { Tags = managedBy is null ? [] : [new Tag { Key = "managed-by", Value = managedBy }] });

    /// <returns>The key's id.</returns>
    public async Task<string> KeyAsync(string user) => (await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = user })).AccessKey.AccessKeyId;

    /// <summary>Signs a call with a key, as its holder does.</summary>
    public Task UseAsync(string key) => aws.JsonAsync("secretsmanager", "secretsmanager.ListSecrets", [], key: key);

    public Task SetAsync(string user, string key, bool active) =>
        aws.Iam.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = user, AccessKeyId = key, Status = active ? StatusType.Active : StatusType.Inactive });

    public Task DeleteAsync(string user, string key) => aws.Iam.DeleteAccessKeyAsync(new DeleteAccessKeyRequest { UserName = user, AccessKeyId = key });

    /// <summary>How a key stands: <c>Active</c>, <c>Inactive</c>, or <c>gone</c>.</summary>
    public async Task<string> StatusAsync(string user, string key) =>
        ((await aws.Iam.ListAccessKeysAsync(new ListAccessKeysRequest { UserName = user })).AccessKeyMetadata ?? []).FirstOrDefault(one => one.AccessKeyId == key)?.Status.Value ?? "gone";

    /// <summary>The sweep, from its schedule to its end.</summary>
    /// <returns>How it ended.</returns>
    public Task<string> EndAsync() => world.RunScheduleAsync("keys");

    public async Task SweepAsync() => (await EndAsync()).ShouldBe("SUCCEEDED");

    public Task MoveAsync(int days) => world.AdvanceAsync(string.Create(CultureInfo.InvariantCulture, $"P{days}D"));

    /// <summary>The day in so many days from the world's today, as mails write it.</summary>
    public async Task<string> DayAsync(int days) => (await world.NowAsync()).AddDays(days).ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<string>> SubjectsAsync(string address) => [.. (await world.MailsToAsync(address)).Select(mail => mail.Subject)];

    /// <summary>How often the work calls IAM, by action; none of the test's own calls is among them.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountedAsync(Func<Task> work)
    {
        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
        await work();
        return (await world.CallsAsync()).Where(call => call.Key.StartsWith("iam:", StringComparison.Ordinal)).ToDictionary();
    }
}
