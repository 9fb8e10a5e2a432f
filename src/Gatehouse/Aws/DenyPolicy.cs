using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Puts an inline policy of ours that denies something to a user.</summary>
internal static class DenyPolicy
{
    /// <param name="iam">The user's account.</param>
    /// <param name="user">Whose policy it is.</param>
    /// <param name="name">The policy's name.</param>
    /// <param name="document">What it denies, as JSON.</param>
    /// <param name="undone">What goes on where there is no room for it, as sentences.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False where the user does not exist any more.</returns>
    /// <exception cref="NoRoomToDenyException">The user's other inline policies leave no room for this one.</exception>
    public static async Task<bool> PutAsync(
        IAmazonIdentityManagementService iam, UserName user, string name, string document, string undone, CancellationToken cancellationToken)
    {
        try
        {
            await iam.PutUserPolicyAsync(new PutUserPolicyRequest(user.Value, name, document), cancellationToken);
            return true;
        }
        catch (NoSuchEntityException)
        {
            return false;
        }
        catch (LimitExceededException full)
        {
            throw new NoRoomToDenyException(user, name, undone, full);
        }
    }
}
