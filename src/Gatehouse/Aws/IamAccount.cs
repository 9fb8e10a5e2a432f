using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamAccount(Lazy<IAmazonIdentityManagementService> iam) : IAccount
{
    /// <summary>The most that one page of GetAccountAuthorizationDetails holds.</summary>
    private const int PageSize = 1000;

    public async Task<Snapshot> SnapshotAsync(CancellationToken cancellationToken)
    {
        var snapshot = new SnapshotPages();
        var pages = iam.Value.Paginators.GetAccountAuthorizationDetails(new GetAccountAuthorizationDetailsRequest { Filter = ["User", "Group"], MaxItems = PageSize });
        await foreach (var page in pages.Responses.WithCancellation(cancellationToken))
        {
            snapshot.Add(page);
        }

        return snapshot.Whole();
    }

    public async Task<string?> AliasAsync(CancellationToken cancellationToken) =>
        (await iam.Value.ListAccountAliasesAsync(new ListAccountAliasesRequest(), cancellationToken)).AccountAliases?.FirstOrDefault();

    public async Task<bool> CreateAsync(UserName person, Attribution because, CancellationToken cancellationToken)
    {
        try
        {
            await iam.Value.CreateUserAsync(new CreateUserRequest(person.Value) { Tags = ManagedTags.For(because) }, cancellationToken);
            return true;
        }
        catch (EntityAlreadyExistsException)
        {
            var there = await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken);
            return ManagedTags.AreOurs(there.User.Tags) ? ManagedTags.AreOf(there.User.Tags, because) : throw new UserNotManagedException(person);
        }
    }

    public Task AdoptAsync(UserName person, Attribution because, CancellationToken cancellationToken) =>
        iam.Value.TagUserAsync(new TagUserRequest { UserName = person.Value, Tags = ManagedTags.For(because) }, cancellationToken);

    public Task AddToGroupAsync(UserName person, string group, CancellationToken cancellationToken) =>
        iam.Value.AddUserToGroupAsync(new AddUserToGroupRequest(group, person.Value), cancellationToken);

    public Task RemoveFromGroupAsync(UserName person, string group, CancellationToken cancellationToken) =>
        iam.Value.RemoveUserFromGroupAsync(new RemoveUserFromGroupRequest(group, person.Value), cancellationToken);

    public async Task SetPasswordAsync(UserName person, string password, CancellationToken cancellationToken)
    {
        try
        {
            await iam.Value.CreateLoginProfileAsync(new CreateLoginProfileRequest(person.Value, password) { PasswordResetRequired = true }, cancellationToken);
        }
        catch (EntityAlreadyExistsException)
        {
            await iam.Value.UpdateLoginProfileAsync(new UpdateLoginProfileRequest(person.Value) { Password = password, PasswordResetRequired = true }, cancellationToken);
        }
    }

    public async Task<bool> HasPasswordAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            await iam.Value.GetLoginProfileAsync(new GetLoginProfileRequest(person.Value), cancellationToken);
            return true;
        }
        catch (NoSuchEntityException)
        {
            return false;
        }
    }

    public async Task<bool> RemoveUnusedPasswordAsync(UserName person, DateTimeOffset mailed, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, cancellationToken) is not { } user || user.CreateDate > mailed.UtcDateTime || user.PasswordLastUsed > mailed.UtcDateTime || !ManagedTags.AreOurs(user.Tags))
        {
            return false;
        }

        try
        {
            var password = await iam.Value.GetLoginProfileAsync(new GetLoginProfileRequest(person.Value), cancellationToken);
            if (password.LoginProfile.PasswordResetRequired is not true)
            {
                return false;
            }

            await iam.Value.DeleteLoginProfileAsync(new DeleteLoginProfileRequest(person.Value), cancellationToken);
        }
        catch (NoSuchEntityException)
        {
            // It is gone already: as wanted.
        }

        return true;
    }

    public async Task<bool> RemovePasswordAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            // Looked at first: a user made by hand keeps the password, and IAM answers "denied" for one who does not exist to a role that may only touch ours.
            var there = await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken);
            if (!ManagedTags.AreOurs(there.User.Tags))
            {
                return false;
            }

            await iam.Value.DeleteLoginProfileAsync(new DeleteLoginProfileRequest(person.Value), cancellationToken);
        }
        catch (NoSuchEntityException)
        {
            // There is none: as wanted.
        }

        return true;
    }

    private async Task<User?> FindAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            return (await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken)).User;
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }
}
