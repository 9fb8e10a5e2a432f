using Gatehouse.Aws;
using Gatehouse.Runtime;

namespace Gatehouse.Account;

/// <summary>Sees whether somebody changed the account's password policy since the deployment put it there; changes nothing.</summary>
public sealed class PasswordPolicyDrift(IPasswordPolicy policy, Settings settings)
{
    /// <summary>The command that puts the policy back.</summary>
    public string Mends => PasswordPolicyCommand.Of(PasswordRules.Of(settings));

    /// <returns>A sentence for each thing that is not as the settings say; none where all is.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken) =>
        AccountPasswordPolicy.Differences(PasswordRules.Of(settings), await policy.FindAsync(cancellationToken));
}
