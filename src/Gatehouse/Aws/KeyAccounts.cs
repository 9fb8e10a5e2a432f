using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <inheritdoc/>
public sealed class KeyAccounts(IAccount users, ICredentialReport report, IAccessKeys keys, IUserSessions sessions, Settings settings) : IKeyAccounts
{
    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) => account == settings.HomeAccount
        ? Task.FromResult(new KeyAccount(account, users, report, keys, sessions))
        : throw new NotSupportedException($"Account {account} is not the base account, and no other is entered yet.");

    public Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");
}
