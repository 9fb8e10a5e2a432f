using Amazon;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Assumes a role that the member account's stack makes in another account, and keeps its credentials in memory for as long as they hold.</summary>
/// <param name="sts">Made at the first call; the SDK asks the home region's own endpoint, so that no other region's trouble is ours.</param>
/// <param name="clientOf">Makes a client of IAM with those credentials.</param>
/// <param name="settings">Which accounts, and how the roles are called.</param>
/// <param name="clock">Says when credentials end.</param>
public sealed class AccountEntry(
    Lazy<IAmazonSecurityTokenService> sts, Func<AWSCredentials, IAmazonIdentityManagementService> clientOf, Settings settings, TimeProvider clock)
{
    /// <summary>Longer than the longest function lives: nobody begins with credentials that end under their hands.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    private readonly Dictionary<(string Account, KeyPurpose Purpose), (IAmazonIdentityManagementService Iam, DateTimeOffset Ends)> entered = [];

    /// <summary>The name of a purpose's role, and of its sessions: CloudTrail of the other account says <c>assumed-role/gatehouse-keys-cut/gatehouse-keys-cut</c>.</summary>
    public static string RoleName(string deployment, KeyPurpose purpose) => $"{deployment}-keys-{purpose.ToString().ToLowerInvariant()}";

    /// <summary>IAM of another account.</summary>
    /// <exception cref="AccountNotWatchedException">It is not among <c>keyAccounts</c>.</exception>
    /// <exception cref="AccountNotEnteredException">Its role cannot be assumed.</exception>
    public async Task<IAmazonIdentityManagementService> IamOfAsync(string account, KeyPurpose purpose, CancellationToken cancellationToken)
    {
        if (!settings.KeyAccounts.Contains(account))
        {
            throw new AccountNotWatchedException(account);
        }

        if (entered.TryGetValue((account, purpose), out var there) && there.Ends - clock.GetUtcNow() > Margin)
        {
            return there.Iam;
        }

        var credentials = await AssumeAsync(account, purpose, cancellationToken);
        var iam = clientOf(credentials);
        entered[(account, purpose)] = (iam, credentials.Expiration!.Value.ToUniversalTime());
        return iam;
    }

    private async Task<Credentials> AssumeAsync(string account, KeyPurpose purpose, CancellationToken cancellationToken)
    {
        var name = RoleName(settings.RolePath.Trim('/'), purpose);
        var role = $"arn:{RegionEndpoint.GetBySystemName(settings.HomeRegion).PartitionName}:iam::{account}:role{settings.RolePath}{name}";
        try
        {
            return (await sts.Value.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = name }, cancellationToken)).Credentials;
        }
        catch (AmazonSecurityTokenServiceException refused)
        {
            throw new AccountNotEnteredException(account, role, refused);
        }
    }
}
