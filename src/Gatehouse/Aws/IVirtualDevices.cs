using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Every virtual MFA device of the account: says where to look, and is never the ground for an action.</summary>
public interface IVirtualDevices
{
    /// <summary>All of them, assigned or not: a few paged calls for any number.</summary>
    Task<IReadOnlyList<VirtualDevice>> AllAsync(CancellationToken cancellationToken);
}

/// <summary>A virtual MFA device of the account.</summary>
/// <param name="Device">The device.</param>
/// <param name="User">Whose it is; null where nobody has it, and where it is the root user's.</param>
/// <param name="Assigned">Whether somebody has it, the root user included.</param>
public sealed record VirtualDevice(MfaDevice Device, UserName? User, bool Assigned);

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamVirtualDevices(Lazy<IAmazonIdentityManagementService> iam) : IVirtualDevices
{
    /// <summary>The most that one page of ListVirtualMFADevices holds.</summary>
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<VirtualDevice>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new List<VirtualDevice>();
        var listed = iam.Value.Paginators.ListVirtualMFADevices(new ListVirtualMFADevicesRequest { AssignmentStatus = AssignmentStatusType.Any, MaxItems = PageSize }).VirtualMFADevices;
        await foreach (var device in listed.WithCancellation(cancellationToken))
        {
            // The root user has no name.
            var user = string.IsNullOrEmpty(device.User?.UserName) ? null : new UserName(device.User.UserName);
            all.Add(new VirtualDevice(new MfaDevice(device.SerialNumber), user, device.User is not null || device.EnableDate is not null));
        }

        return all;
    }
}
