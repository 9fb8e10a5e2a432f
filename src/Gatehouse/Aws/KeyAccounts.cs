using Amazon.IdentityManagement;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <inheritdoc/>
public sealed class KeyAccounts(
    IAccount users, ICredentialReport report, IAccessKeys keys, IUserSessions sessions, IKeyOwners owners, AccountEntry entry, Lazy<IAmazonSecurityTokenService> sts, Settings settings, TimeProvider clock)
    : IKeyAccounts
{
    /// <summary>STS's one refusal that says something about the id. All others say something about us, or about now.</summary>
    private const string OfTheId = "ValidationError";

    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) => EnterAsync(account, KeyPurpose.Look, cancellationToken);

    public async Task<KeyAccount> EnterAsync(string account, KeyPurpose purpose, CancellationToken cancellationToken)
    {
        if (account == settings.HomeAccount)
        {
            return new KeyAccount(account, users, report, keys, sessions, owners);
        }

        var client = await entry.IamOfAsync(account, purpose, cancellationToken);
        var iam = new Lazy<IAmazonIdentityManagementService>(() => client);
        return new KeyAccount(account, new IamAccount(iam), new IamCredentialReport(iam, clock), new IamAccessKeys(iam), new IamUserSessions(iam), new IamKeyOwners(iam));
    }

    /// <remarks>
    /// STS also answers for a key of an account that is nobody's of ours, and for most that are deleted. Of a deleted one it "might return an error", as its documentation says, and names no
    /// code: such an error is thrown, because what cannot be read must not pass for a key that nobody can use.
    /// </remarks>
    public async Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken)
    {
        try
        {
            return (await sts.Value.GetAccessKeyInfoAsync(new GetAccessKeyInfoRequest { AccessKeyId = key.Value }, cancellationToken)).Account;
        }
        catch (AmazonSecurityTokenServiceException unknown) when (unknown.ErrorCode == OfTheId)
        {
            return null;
        }
    }
}
