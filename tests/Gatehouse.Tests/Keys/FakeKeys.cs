using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Keys;

/// <summary>An account's users and keys in memory: remembers every call, refuses any of them, and tells of its users as a credential report does, up to four hours late.</summary>
internal sealed class FakeKeys(TimeProvider clock) : IKeyAccounts, IAccount, ICredentialReport, IAccessKeys, IUserSessions, IKeyOwners
{
    private CredentialReport? report;

    /// <summary>Everybody, with their tags.</summary>
    public Dictionary<UserName, SnapshotUser> Users { get; } = [];

    public Dictionary<AccessKeyId, (UserName User, AccessKey Key, KeyUse Use)> Keys { get; } = [];

    /// <summary>The calls so far, each with what it names: <c>DeactivateAsync AKIA…</c>.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The calls, counted from 1, that IAM throttles.</summary>
    public HashSet<int> Throttles { get; } = [];

    /// <summary>The call, counted from 1, after which the process dies: it has taken effect. None where it is 0.</summary>
    public int DiesAfter { get; set; }

    /// <summary>Whether IAM lists keys and says nothing of their use.</summary>
    public bool HidesUse { get; set; }

    /// <summary>Whether the root user has an active key.</summary>
    public bool RootKey { get; set; }

    public AccessKeyId Add(UserName user, string id, double daysAgo, double? used = null, bool active = true)
    {
        var key = new AccessKeyId(id);
        Keys[key] = (user, new AccessKey(key, active, clock.GetUtcNow().AddDays(-daysAgo)), new KeyUse(user, null, null, null));
        if (used is { } ago)
        {
            Use(key, clock.GetUtcNow().AddDays(-ago));
        }

        return key;
    }

    public void Use(AccessKeyId key, DateTimeOffset at) => Keys[key] = Keys[key] with { Use = new KeyUse(Keys[key].User, at, "s3", "eu-west-2") };

    public void Set(AccessKeyId key, bool active) => Keys[key] = Keys[key] with { Key = Keys[key].Key with { Active = active } };

    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) => Task.FromResult(new KeyAccount(account, this, this, this, this, this));

    public Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken) => Call("SnapshotAsync", () => new Snapshot(Users, new HashSet<string>()));

    public Task<string?> AliasAsync(CancellationToken cancellationToken) => Call<string?>("AliasAsync", () => "gds-users");

    /// <summary>The report that there is, where it is not older than four hours.</summary>
    Task<CredentialReport> ICredentialReport.ReadAsync(CancellationToken cancellationToken) => Call("ReadAsync", () =>
        report is { } made && clock.GetUtcNow() - made.Generated < TimeSpan.FromHours(4) ? made : report = new CredentialReport(clock.GetUtcNow(), [Root(), .. Users.Keys.Select(Row)]));

    public Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken) => Call<IReadOnlyList<AccessKey>>($"OfAsync {user}", () =>
        Users.TryGetValue(user, out var there) && (there.Managed || there.Machine)
            ? [.. Keys.Values.Where(key => key.User == user).Select(key => key.Key)]
            : throw new AmazonIdentityManagementServiceException("is not authorized to perform: iam:ListAccessKeys") { ErrorCode = "AccessDenied" });

    public Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken) => Call($"UseOfAsync {key}", () => !HidesUse && Keys.TryGetValue(key, out var there) ? there.Use : null);

    public Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => Call($"DeactivateAsync {key}", () =>
    {
        if (!Keys.ContainsKey(key))
        {
            return false;
        }

        Set(key, active: false);
        return true;
    });

    public Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => Call($"DeleteAsync {key}", () => Keys.Remove(key));

    public Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken) => throw new InvalidOperationException("A sweep makes no key.");

    public Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw new InvalidOperationException("A sweep gives no key back.");

    public Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken) => throw Unused();

    public Task CutAsync(UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken) => throw Unused();

    public Task<KeyOwner?> FindAsync(UserName user, CancellationToken cancellationToken) => throw Unused();

    public Task<bool> CreateAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw Unused();

    public Task AdoptAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw Unused();

    public Task AddToGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw Unused();

    public Task RemoveFromGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw Unused();

    public Task SetPasswordAsync(UserName person, string password, CancellationToken cancellationToken) => throw Unused();

    public Task<bool> HasPasswordAsync(UserName person, CancellationToken cancellationToken) => throw Unused();

    public Task<bool> RemoveUnusedPasswordAsync(UserName person, DateTimeOffset mailed, CancellationToken cancellationToken) => throw Unused();

    public Task<bool> RemovePasswordAsync(UserName person, CancellationToken cancellationToken) => throw Unused();

    private static InvalidOperationException Unused() => new("A sweep over access keys does nothing of the kind.");

    private CredentialRow Root() => new(CredentialRow.RootAccount, null, null) { Keys = RootKey ? [new CredentialKey(1, true, clock.GetUtcNow().AddDays(-10), null)] : [] };

    private CredentialRow Row(UserName user) => new(user.Value, true, null)
    {
        Keys = [.. Keys.Values.Where(key => key.User == user).Select((key, index) => new CredentialKey(index + 1, key.Key.Active, Second(key.Key.Created), key.Use.At))],
    };

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private Task<T> Call<T>(string call, Func<T> answer)
    {
        Calls.Add(call);
        if (Throttles.Contains(Calls.Count))
        {
            throw new AmazonIdentityManagementServiceException("Rate exceeded") { ErrorCode = "Throttling" };
        }

        var result = answer();
        return Calls.Count == DiesAfter ? throw new ProcessDiedException() : Task.FromResult(result);
    }
}
