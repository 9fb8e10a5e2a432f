using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;
using static Gatehouse.Aws.AsWanted;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamLeavers(Lazy<IAmazonIdentityManagementService> iam) : ILeavers
{
    private const string Denied = "AccessDenied";

    private const string Undone = "Keys, password and groups are taken away, and sessions that they have open go on. Delete one of their inline policies by hand; the next run does the rest.";

    public async Task<bool> DenyAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            return await DenyPolicy.PutAsync(iam.Value, person, QuarantinePolicy.Name, QuarantinePolicy.Document, Undone, cancellationToken);
        }
        catch (AmazonIdentityManagementServiceException refused) when (refused.ErrorCode == Denied)
        {
            // The role may touch managed users only, so that IAM says "denied" for one who does not exist too.
            if (await FindAsync(person, cancellationToken) is not null)
            {
                throw;
            }

            return false;
        }
    }

    public Task AllowAsync(UserName person, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.DeleteUserPolicyAsync(new DeleteUserPolicyRequest(person.Value, QuarantinePolicy.Name), cancellationToken));

    public async Task DeactivateKeysAsync(UserName person, CancellationToken cancellationToken)
    {
        var keys = iam.Value.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = person.Value }).AccessKeyMetadata;
        foreach (var key in (await AllAsync(keys, cancellationToken)).Where(key => key.Status == StatusType.Active))
        {
            var inactive = new UpdateAccessKeyRequest(key.AccessKeyId, StatusType.Inactive) { UserName = person.Value };
            await GoneAsync(iam.Value.UpdateAccessKeyAsync(inactive, cancellationToken));
        }
    }

    public Task DropPasswordAsync(UserName person, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.DeleteLoginProfileAsync(new DeleteLoginProfileRequest(person.Value), cancellationToken));

    public async Task<IReadOnlyList<string>> GroupsAsync(UserName person, CancellationToken cancellationToken)
    {
        var groups = iam.Value.Paginators.ListGroupsForUser(new ListGroupsForUserRequest(person.Value)).Groups;
        return [.. (await AllAsync(groups, cancellationToken)).Select(group => group.GroupName)];
    }

    public Task LeaveGroupAsync(UserName person, string group, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest(group, person.Value), cancellationToken));

    public async Task<LeavingUser?> FindAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            var user = (await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken)).User;
            return ManagedTags.AreOurs(user.Tags)
                ? new LeavingUser(new UserName(user.UserName), user.PermissionsBoundary is not null)
                : throw UserNotManagedException.WithoutTag(person);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    public Task StripAsync(LeavingUser user, CancellationToken cancellationToken) => new Belongings(iam.Value, user).StripAsync(cancellationToken);

    public Task DeleteAsync(UserName person, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.DeleteUserAsync(new DeleteUserRequest(person.Value), cancellationToken));
}
