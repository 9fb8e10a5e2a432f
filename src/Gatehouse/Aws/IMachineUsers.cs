using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Looks whether an IAM user may be treated as a machine user: the register's word alone is not enough, or a pull request could seize anybody's keys.</summary>
public interface IMachineUsers
{
    Task<MachineStanding> StandingAsync(UserName user, CancellationToken cancellationToken);
}

/// <summary>What IAM says of a user that the register lists as a machine user.</summary>
public enum MachineStanding
{
    /// <summary>It carries <c>managed-by=gatehouse-machine</c>.</summary>
    Ours,

    /// <summary>It is there, and does not carry that tag: nothing of it is changed.</summary>
    Untagged,

    /// <summary>There is no such user.</summary>
    Missing,
}

/// <inheritdoc/>
public sealed class IamMachineUsers(Lazy<IAmazonIdentityManagementService> iam) : IMachineUsers
{
    public async Task<MachineStanding> StandingAsync(UserName user, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await iam.Value.GetUserAsync(new GetUserRequest { UserName = user.Value }, cancellationToken)).User;
            return ManagedTags.AreOfMachine(found.Tags) ? MachineStanding.Ours : MachineStanding.Untagged;
        }
        catch (NoSuchEntityException)
        {
            return MachineStanding.Missing;
        }
    }
}
