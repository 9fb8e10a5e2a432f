using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Whose users an account's are, by the tags that they carry now.</summary>
public interface IKeyOwners
{
    /// <returns>Null where the account has no such user, as for the root user.</returns>
    Task<KeyOwner?> FindAsync(UserName user, CancellationToken cancellationToken);
}

/// <summary>Somebody who has an access key.</summary>
/// <param name="Name">As IAM spells it.</param>
/// <param name="Kind">Whether they are ours.</param>
public sealed record KeyOwner(UserName Name, KeyOwnerKind Kind);

/// <summary>Whether a user is ours, by the tag <c>managed-by</c>.</summary>
public enum KeyOwnerKind
{
    /// <summary>Nobody said that Gatehouse may touch it.</summary>
    Unmanaged,

    /// <summary>It carries <c>gatehouse</c>.</summary>
    Person,

    /// <summary>It carries <c>gatehouse-machine</c>; the register says the rest.</summary>
    Machine,
}

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamKeyOwners(Lazy<IAmazonIdentityManagementService> iam) : IKeyOwners
{
    public async Task<KeyOwner?> FindAsync(UserName user, CancellationToken cancellationToken)
    {
        try
        {
            var there = (await iam.Value.GetUserAsync(new GetUserRequest { UserName = user.Value }, cancellationToken)).User;
            return new KeyOwner(new UserName(there.UserName), KindOf(there.Tags));
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private static KeyOwnerKind KindOf(List<Tag>? tags) =>
        ManagedTags.AreOurs(tags) ? KeyOwnerKind.Person : ManagedTags.AreOfMachine(tags) ? KeyOwnerKind.Machine : KeyOwnerKind.Unmanaged;
}
