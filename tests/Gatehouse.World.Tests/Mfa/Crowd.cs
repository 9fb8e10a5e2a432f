using Amazon.IdentityManagement.Model;

namespace Gatehouse.World.Tests.Mfa;

/// <summary>People of an account, made through IAM's own API, and what may be wrong with them.</summary>
internal sealed class Crowd(WorldFixture world, AwsClients aws)
{
    private const int AtOnce = 8;

    /// <summary>The register's people of the seed have passwords alone: here they have MFA too.</summary>
    public async Task GiveEverybodyMfaAsync()
    {
        await foreach (var user in aws.Iam.Paginators.ListUsers(new ListUsersRequest()).Users)
        {
            if ((await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest(user.UserName))).MFADevices is not { Count: > 0 })
            {
                await DeviceAsync(user.UserName, user.UserName);
            }
        }
    }

    /// <summary>People of ours without a password, and every third of them with a password and a device that is named well.</summary>
    public Task MakeAsync(IEnumerable<string> people) => Parallel.ForEachAsync(people.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
    {
        await UserAsync(one.Item, password: one.Index % 3 == 0);
        if (one.Index % 3 == 0)
        {
            await DeviceAsync(one.Item, one.Item);
        }
    });

    public async Task UserAsync(string name, bool password = true, bool managed = true)
    {
        await aws.Iam.CreateUserAsync(new CreateUserRequest(name) { Tags = managed ? [new Tag { Key = "managed-by", Value = "gatehouse" }] : [] });
        if (password)
        {
            await aws.Iam.CreateLoginProfileAsync(new CreateLoginProfileRequest(name, "Known-to-the-tests-1"));
        }
    }

    /// <returns>The serial number.</returns>
    public async Task<string> DeviceAsync(string user, string name)
    {
        var serial = await NobodysDeviceAsync(name);
        await EnableAsync(user, serial);
        return serial;
    }

    public async Task<string> NobodysDeviceAsync(string name) =>
        (await aws.Iam.CreateVirtualMFADeviceAsync(new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = name })).VirtualMFADevice.SerialNumber;

    public Task EnableFidoAsync(string user) => EnableAsync(user, $"arn:aws:iam::{world.Where.Account}:u2f/user/{user}/key-ABCDEFGHIJ");

    public async Task<IReadOnlyList<string>> DevicesAsync(string user) =>
        [.. ((await aws.Iam.ListMFADevicesAsync(new ListMFADevicesRequest(user))).MFADevices ?? []).Select(device => device.SerialNumber)];

    public async Task<bool> HasPasswordAsync(string user)
    {
        try
        {
            await aws.Iam.GetLoginProfileAsync(new GetLoginProfileRequest(user));
            return true;
        }
        catch (NoSuchEntityException)
        {
            return false;
        }
    }

    private async Task EnableAsync(string user, string serial) =>
        await aws.Iam.EnableMFADeviceAsync(new EnableMFADeviceRequest { UserName = user, SerialNumber = serial, AuthenticationCode1 = "123456", AuthenticationCode2 = "654321" });
}
