using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Cli.People;

/// <summary>Reads everything that a person asks about an IAM user.</summary>
internal sealed class UserReader(IAmazonIdentityManagementService iam)
{
    /// <returns>Null where no user has this name.</returns>
    public async Task<KnownUser?> FindAsync(UserName person, CancellationToken cancellationToken)
    {
        if (await UserAsync(person, cancellationToken) is not { } user)
        {
            return null;
        }

        var name = user.UserName;
        var groups = iam.Paginators.ListGroupsForUser(new ListGroupsForUserRequest(name)).Groups.ToListAsync(cancellationToken).AsTask();
        var devices = iam.Paginators.ListMFADevices(new ListMFADevicesRequest(name)).MFADevices.ToListAsync(cancellationToken).AsTask();
        var inline = iam.Paginators.ListUserPolicies(new ListUserPoliciesRequest(name)).PolicyNames.ToListAsync(cancellationToken).AsTask();
        var attached = iam.Paginators.ListAttachedUserPolicies(new ListAttachedUserPoliciesRequest { UserName = name }).AttachedPolicies.ToListAsync(cancellationToken).AsTask();
        var password = PasswordAsync(name, cancellationToken);
        var keys = KeysAsync(name, cancellationToken);
        await Task.WhenAll(groups, devices, inline, attached, password, keys);
        return new KnownUser(
            name,
            ManagedTags.AreOurs(user.Tags),
            At(user.CreateDate),
            user.PasswordLastUsed is { } used ? At(used) : null,
            (user.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value),
            [.. (await groups).Select(group => group.GroupName).Order(StringComparer.OrdinalIgnoreCase)],
            await password,
            await keys,
            [.. (await devices).Select(device => new KnownDevice(device.SerialNumber, At(device.EnableDate)))],
            [.. (await inline).Where(policy => policy is not (QuarantinePolicy.Name or RevokedSessionsPolicy.Name)), .. (await attached).Select(policy => policy.PolicyArn)],
            (await inline).Contains(QuarantinePolicy.Name),
            user.PermissionsBoundary?.PermissionsBoundaryArn);
    }

    /// <summary>The names of a few users that somebody may have meant: those that have what was typed before the <c>@</c>.</summary>
    public async Task<IReadOnlyList<string>> LikeAsync(UserName person, CancellationToken cancellationToken)
    {
        var local = person.Value.Split('@')[0];
        var users = await iam.Paginators.ListUsers(new ListUsersRequest()).Users.ToListAsync(cancellationToken);
        return [.. users.Select(user => user.UserName).Where(name => name.Split('@')[0].Contains(local, StringComparison.OrdinalIgnoreCase)).Take(5)];
    }

    private async Task<User?> UserAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            return (await iam.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken)).User;
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<KnownPassword?> PasswordAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var profile = (await iam.GetLoginProfileAsync(new GetLoginProfileRequest(name), cancellationToken)).LoginProfile;
            return new KnownPassword(At(profile.CreateDate), profile.PasswordResetRequired is true);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<KnownKey>> KeysAsync(string name, CancellationToken cancellationToken)
    {
        var keys = await iam.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = name }).AccessKeyMetadata.ToListAsync(cancellationToken);
        return await Task.WhenAll(keys.Select(async key =>
        {
            var used = (await iam.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = key.AccessKeyId }, cancellationToken)).AccessKeyLastUsed;
            return new KnownKey(
                key.AccessKeyId,
                key.Status == StatusType.Active,
                At(key.CreateDate),
                used?.LastUsedDate is { } last ? At(last) : null,
                used?.LastUsedDate is null ? null : used.ServiceName);
        }));
    }

    private static DateTimeOffset At(DateTime? time) => new(DateTime.SpecifyKind(time ?? DateTime.MinValue, DateTimeKind.Utc));
}
