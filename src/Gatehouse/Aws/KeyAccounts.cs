namespace Gatehouse.Aws;

/// <inheritdoc/>
public sealed class KeyAccounts : IKeyAccounts
{
    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");

    public Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken) => throw new NotSupportedException("not built yet");
}
