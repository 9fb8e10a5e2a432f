using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Runtime;

namespace Gatehouse.Keys.Sweep;

/// <summary>Keeps what the steps of a sweep over access keys hand on to one another.</summary>
public interface IKeysStore
{
    /// <summary>Writes what the register says, and beside it the accounts as the JSON array that the first Map reads.</summary>
    /// <returns>Where the Map finds the accounts.</returns>
    Task<(string Bucket, string Key)> BeginAsync(RunId run, KeyRegister known, IReadOnlyList<string> accounts, CancellationToken cancellationToken);

    /// <exception cref="KeysNotBegunException">The run never read the register.</exception>
    Task<KeyRegister> RegisterAsync(RunId run, CancellationToken cancellationToken);

    /// <summary>The accounts of the run; none where it never began.</summary>
    Task<IReadOnlyList<string>> AccountsAsync(RunId run, CancellationToken cancellationToken);

    Task WriteAsync(RunId run, AccountAssessed assessed, CancellationToken cancellationToken);

    /// <summary>What looking over an account found; null where it failed.</summary>
    Task<AccountAssessed?> AssessedAsync(RunId run, string account, CancellationToken cancellationToken);

    /// <summary>Writes what was found, and beside it the people as the JSON array that the second Map reads.</summary>
    /// <returns>Where the Map finds the people.</returns>
    Task<(string Bucket, string Key)> WriteAsync(RunId run, KeysFound found, CancellationToken cancellationToken);

    /// <summary>What the sweep found; null where it never came so far.</summary>
    Task<KeysFound?> FoundAsync(RunId run, CancellationToken cancellationToken);
}

/// <inheritdoc/>
public sealed class S3KeysStore(RunFiles files) : IKeysStore
{
    private const string Register = "register", Accounts = "accounts", Found = "found";

    public async Task<(string Bucket, string Key)> BeginAsync(RunId run, KeyRegister known, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        await files.WriteAsync(run.Name, Register, known, GatehouseJson.Default.KeyRegister, cancellationToken);
        return (files.Bucket, await files.WriteAsync(run.Name, Accounts, accounts, GatehouseJson.Default.IReadOnlyListString, cancellationToken));
    }

    public async Task<KeyRegister> RegisterAsync(RunId run, CancellationToken cancellationToken) =>
        await files.FindAsync(run.Name, Register, GatehouseJson.Default.KeyRegister, cancellationToken) ?? throw new KeysNotBegunException(run);

    public async Task<IReadOnlyList<string>> AccountsAsync(RunId run, CancellationToken cancellationToken) =>
        await files.FindAsync(run.Name, Accounts, GatehouseJson.Default.IReadOnlyListString, cancellationToken) ?? [];

    public Task WriteAsync(RunId run, AccountAssessed assessed, CancellationToken cancellationToken) =>
        files.WriteAsync(run.Name, NameOf(assessed.Account), assessed, GatehouseJson.Default.AccountAssessed, cancellationToken);

    public Task<AccountAssessed?> AssessedAsync(RunId run, string account, CancellationToken cancellationToken) =>
        files.FindAsync(run.Name, NameOf(account), GatehouseJson.Default.AccountAssessed, cancellationToken);

    public async Task<(string Bucket, string Key)> WriteAsync(RunId run, KeysFound found, CancellationToken cancellationToken)
    {
        await files.WriteAsync(run.Name, Found, found, GatehouseJson.Default.KeysFound, cancellationToken);
        return (files.Bucket, await files.WriteAsync(run.Name, "people", found.People, GatehouseJson.Default.IReadOnlyListKeyCandidate, cancellationToken));
    }

    public Task<KeysFound?> FoundAsync(RunId run, CancellationToken cancellationToken) => files.FindAsync(run.Name, Found, GatehouseJson.Default.KeysFound, cancellationToken);

    private static string NameOf(string account) => $"account-{account}";
}

/// <summary>A step of a sweep found nothing of the one before it, so that it does not know who is exempt: it does nothing.</summary>
public sealed class KeysNotBegunException(RunId run) : Exception($"The run {run} wrote nothing of the register, so that nobody knows who is exempt. Start the sweep again.");
