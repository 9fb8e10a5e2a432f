using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;
using static Gatehouse.Aws.AsWanted;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamEvidence(Lazy<IAmazonIdentityManagementService> iam) : IEvidence
{
    /// <summary>What IAM writes for the service and region of a key that was never used.</summary>
    private const string NotAvailable = "N/A";

    public async Task<Evidence?> OfAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            var user = (await iam.Value.GetUserAsync(new GetUserRequest { UserName = person.Value }, cancellationToken)).User;
            return new Evidence(
                Moment(user.CreateDate) ?? throw new InvalidOperationException("GetUser answered without the time at which the user was made."),
                Moment(user.PasswordLastUsed),
                await KeysAsync(person, cancellationToken),
                await DevicesAsync(person, cancellationToken));
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<List<KeyEvidence>> KeysAsync(UserName person, CancellationToken cancellationToken)
    {
        var keys = new List<KeyEvidence>();
        var listed = iam.Value.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = person.Value }).AccessKeyMetadata;
        foreach (var key in await AllAsync(listed, cancellationToken))
        {
            var used = (await iam.Value.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = key.AccessKeyId }, cancellationToken)).AccessKeyLastUsed;
            keys.Add(new KeyEvidence(key.Status == StatusType.Active, Moment(used?.LastUsedDate), Known(used?.ServiceName), Known(used?.Region)));
        }

        return keys;
    }

    private async Task<int> DevicesAsync(UserName person, CancellationToken cancellationToken) =>
        (await AllAsync(iam.Value.Paginators.ListMFADevices(new ListMFADevicesRequest(person.Value)).MFADevices, cancellationToken)).Count;

    private static DateTimeOffset? Moment(DateTime? utc) => utc is { } moment ? new DateTimeOffset(moment, TimeSpan.Zero) : null;

    private static string? Known(string? text) => text is null or NotAvailable ? null : text;
}
