using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamUserSessions(Lazy<IAmazonIdentityManagementService> iam) : IUserSessions
{
    private const string Undone = "Sessions that were made with their keys go on until they end by themselves, for 36 hours at the longest. Delete one of their inline policies by hand, and put this one.";

    public async Task CutAsync(UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken)
    {
        if (await MomentAsync(user, cancellationToken) < issuedBefore)
        {
            await DenyPolicy.PutAsync(iam.Value, user, RevokedSessionsPolicy.Name, RevokedSessionsPolicy.Document(issuedBefore), Undone, cancellationToken);
        }
    }

    /// <summary>Before which moment sessions are cut already; the beginning of time where none are.</summary>
    private async Task<DateTimeOffset> MomentAsync(UserName user, CancellationToken cancellationToken)
    {
        try
        {
            var policy = await iam.Value.GetUserPolicyAsync(new GetUserPolicyRequest(user.Value, RevokedSessionsPolicy.Name), cancellationToken);
            return RevokedSessionsPolicy.MomentIn(policy.PolicyDocument) ?? DateTimeOffset.MinValue;
        }
        catch (NoSuchEntityException)
        {
            return DateTimeOffset.MinValue;
        }
    }
}
