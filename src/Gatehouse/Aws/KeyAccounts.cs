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
    /// <summary>STS's refusals that say something about us, or about now, and nothing about the key.</summary>
    private static readonly string[] NotOfTheKey = ["AccessDenied", "ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch", "Throttling"];

    public async Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken)
    {
        if (account == settings.HomeAccount)
        {
            return new KeyAccount(account, users, report, keys, sessions, owners);
        }

        var client = await entry.IamOfAsync(account, cancellationToken);
        var iam = new Lazy<IAmazonIdentityManagementService>(() => client);
        return new KeyAccount(account, new IamAccount(iam), new IamCredentialReport(iam, clock), new IamAccessKeys(iam), new IamUserSessions(iam), new IamKeyOwners(iam));
    }

    /// <remarks>STS also answers for a key of an account that is nobody's of ours. Of a key that is deleted it "might return an error", as its documentation says, and names no code.</remarks>
    public async Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken)
    {
        try
        {
            return (await sts.Value.GetAccessKeyInfoAsync(new GetAccessKeyInfoRequest { AccessKeyId = key.Value }, cancellationToken)).Account;
        }
        catch (AmazonSecurityTokenServiceException unknown) when ((int)unknown.StatusCode is >= 400 and < 500 && !NotOfTheKey.Contains(unknown.ErrorCode))
        {
            return null;
        }
    }
}
