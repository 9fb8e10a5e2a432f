using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Account;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamPasswordPolicy(Lazy<IAmazonIdentityManagementService> iam) : IPasswordPolicy
{
    public async Task<AccountPasswordPolicy?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Read((await iam.Value.GetAccountPasswordPolicyAsync(new GetAccountPasswordPolicyRequest(), cancellationToken)).PasswordPolicy);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    // What the call does not carry IAM sets back to "no", so that everything is sent; reuse and age take no 0, and are "no" by being left out.
    public Task PutAsync(AccountPasswordPolicy policy, CancellationToken cancellationToken) => iam.Value.UpdateAccountPasswordPolicyAsync(
        new UpdateAccountPasswordPolicyRequest
        {
            MinimumPasswordLength = policy.Rules.Length,
            RequireUppercaseCharacters = policy.Rules.Ask(PasswordClasses.Upper),
            RequireLowercaseCharacters = policy.Rules.Ask(PasswordClasses.Lower),
            RequireNumbers = policy.Rules.Ask(PasswordClasses.Digit),
            RequireSymbols = policy.Rules.Ask(PasswordClasses.Symbol),
            PasswordReusePrevention = policy.Rules.Reuse > 0 ? policy.Rules.Reuse : null,
            MaxPasswordAge = policy.Rules.Days > 0 ? policy.Rules.Days : null,
            AllowUsersToChangePassword = policy.SelfChange,
            HardExpiry = policy.HardExpiry,
        },
        cancellationToken);

    private static AccountPasswordPolicy Read(PasswordPolicy found) => new(
        new PasswordRules(
            found.MinimumPasswordLength ?? throw new InvalidOperationException("GetAccountPasswordPolicy answered without a least length."),
            If(found.RequireUppercaseCharacters, PasswordClasses.Upper) | If(found.RequireLowercaseCharacters, PasswordClasses.Lower)
                | If(found.RequireNumbers, PasswordClasses.Digit) | If(found.RequireSymbols, PasswordClasses.Symbol),
            found.PasswordReusePrevention ?? 0,
            found.ExpirePasswords is true ? found.MaxPasswordAge ?? 0 : 0),
        found.AllowUsersToChangePassword is true,
        found.HardExpiry is true);

    private static PasswordClasses If(bool? asked, PasswordClasses kind) => asked is true ? kind : PasswordClasses.None;
}
