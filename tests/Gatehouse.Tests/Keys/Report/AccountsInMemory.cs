using Gatehouse.Aws;
using Gatehouse.Keys.Report;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Tests.Keys.Report;

/// <summary>The base account, and none beside it that could be entered; it remembers whose keys were asked for.</summary>
internal sealed class AccountsInMemory : IKeyAccounts, IAccount, ICredentialReport, IAccessKeys, IUserSessions, IKeyOwners
{
    /// <summary>Null while IAM has no credential report.</summary>
    public SeenAccount? Home { get; set; }

    public Dictionary<string, IReadOnlyList<AccessKey>> Keys { get; } = [];

    public List<string> Listed { get; } = [];

    public List<AccessKeyId> UseAsked { get; } = [];

    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) => account == Reporting.Home
        ? Task.FromResult(new KeyAccount(account, this, this, this, this, this))
        : throw new AccountNotEnteredException(account, "gatehouse-keys", new InvalidOperationException("AccessDenied."));

    public Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken) => Task.FromResult(Home?.Users ?? new Snapshot(new Dictionary<UserName, SnapshotUser>(), new HashSet<string>()));

    public Task<CredentialReport> ReadAsync(CancellationToken cancellationToken) => Home is null
        ? Task.FromException<CredentialReport>(new CredentialReportLateException(TimeSpan.FromSeconds(60)))
        : Task.FromResult(Home.Report);

    public Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken)
    {
        Listed.Add(user.Value);
        return Task.FromResult(Keys[user.Value]);
    }

    public Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken)
    {
        UseAsked.Add(key);
        return Task.FromResult<KeyUse?>(new KeyUse(null, null, null, null));
    }

    public Task<KeyOwner?> FindAsync(UserName user, CancellationToken cancellationToken) => throw NotHere();

    public Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken) => throw NotHere();

    public Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw NotHere();

    public Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw NotHere();

    public Task CutAsync(UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken) => throw NotHere();

    public Task<string?> AliasAsync(CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> CreateAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw NotHere();

    public Task AdoptAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw NotHere();

    public Task AddToGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw NotHere();

    public Task RemoveFromGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw NotHere();

    public Task SetPasswordAsync(UserName person, string password, CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> HasPasswordAsync(UserName person, CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> RemoveUnusedPasswordAsync(UserName person, DateTimeOffset mailed, CancellationToken cancellationToken) => throw NotHere();

    public Task<bool> RemovePasswordAsync(UserName person, CancellationToken cancellationToken) => throw NotHere();

    private static InvalidOperationException NotHere() => new("A report only reads, and only this much.");
}
