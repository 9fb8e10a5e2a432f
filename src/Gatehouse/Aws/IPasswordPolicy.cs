using Gatehouse.Account;

namespace Gatehouse.Aws;

/// <summary>The password policy of the whole account.</summary>
public interface IPasswordPolicy
{
    /// <returns>Null where the account has none of its own.</returns>
    /// <remarks><c>iam:GetAccountPasswordPolicy</c> on <c>*</c>: AWS offers no resource for it.</remarks>
    Task<AccountPasswordPolicy?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Puts the whole policy in place, whatever was there; doing it again changes nothing.</summary>
    /// <remarks><c>iam:UpdateAccountPasswordPolicy</c> on <c>*</c>: AWS offers no resource for it.</remarks>
    Task PutAsync(AccountPasswordPolicy policy, CancellationToken cancellationToken);
}
