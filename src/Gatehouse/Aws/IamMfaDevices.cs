using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;
using static Gatehouse.Aws.AsWanted;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamMfaDevices(Lazy<IAmazonIdentityManagementService> iam) : IMfaDevices
{
    public async Task<MfaUser?> FindUserAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            var user = (await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken)).User;
            return new MfaUser(new UserName(user.UserName), user.Arn?.Split(':') is [_, _, _, _, var account, ..] ? account : "", ManagedTags.AreOurs(user.Tags));
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<MfaDevice>> DevicesAsync(UserName person, CancellationToken cancellationToken)
    {
        var devices = iam.Value.Paginators.ListMFADevices(new ListMFADevicesRequest(person.Value)).MFADevices;
        return [.. (await AllAsync(devices, cancellationToken)).Select(device => new MfaDevice(device.SerialNumber, device.EnableDate is { } enabled ? new DateTimeOffset(enabled.ToUniversalTime(), TimeSpan.Zero) : null))];
    }

    public async Task<bool> HasActiveKeyAsync(UserName person, CancellationToken cancellationToken)
    {
        var keys = iam.Value.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = person.Value }).AccessKeyMetadata;
        return (await AllAsync(keys, cancellationToken)).Any(key => key.Status == StatusType.Active);
    }

    public Task DeactivateAsync(UserName person, string serial, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.DeactivateMFADeviceAsync(new DeactivateMFADeviceRequest(person.Value, serial), cancellationToken));

    public async Task<DeviceDeletion> DeleteVirtualAsync(string serial, CancellationToken cancellationToken)
    {
        try
        {
            await iam.Value.DeleteVirtualMFADeviceAsync(new DeleteVirtualMFADeviceRequest { SerialNumber = serial }, cancellationToken);
            return DeviceDeletion.Deleted;
        }
        catch (NoSuchEntityException)
        {
            return DeviceDeletion.Gone;
        }
        catch (DeleteConflictException)
        {
            return DeviceDeletion.Assigned;
        }
    }
}
