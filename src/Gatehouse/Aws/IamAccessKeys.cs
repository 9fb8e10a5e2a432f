using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;
using static Gatehouse.Aws.AsWanted;

namespace Gatehouse.Aws;

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamAccessKeys(Lazy<IAmazonIdentityManagementService> iam) : IAccessKeys
{
    /// <summary>What IAM says in place of a service or a region that it does not know.</summary>
    private const string Unknown = "N/A";

    /// <summary>What IAM's refusal says where a policy forbids the call, and no key is missing.</summary>
    private const string Forbidden = "explicit deny";

    public async Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken)
    {
        var keys = iam.Value.Paginators.ListAccessKeys(new ListAccessKeysRequest { UserName = user.Value }).AccessKeyMetadata;
        return [.. (await AllAsync(keys, cancellationToken)).Select(key => new AccessKey(new AccessKeyId(key.AccessKeyId), key.Status == StatusType.Active, Utc(key.CreateDate!.Value)))];
    }

    public async Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await iam.Value.GetAccessKeyLastUsedAsync(new GetAccessKeyLastUsedRequest { AccessKeyId = key.Value }, cancellationToken);
            var last = answer.AccessKeyLastUsed;
            return new KeyUse(
                answer.UserName is { Length: > 0 } user ? new UserName(user) : null,
                last?.LastUsedDate is { } at ? Utc(at) : null,
                Known(last?.ServiceName),
                Known(last?.Region));
        }
        catch (AmazonIdentityManagementServiceException none) when (none is NoSuchEntityException || (none.ErrorCode == "AccessDenied" && !none.Message.Contains(Forbidden, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
    }

    public async Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken)
    {
        var made = (await iam.Value.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = user.Value }, cancellationToken)).AccessKey;
        return new NewAccessKey(new AccessKeyId(made.AccessKeyId), made.SecretAccessKey);
    }

    public Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => SetAsync(user, key, StatusType.Inactive, cancellationToken);

    public Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => SetAsync(user, key, StatusType.Active, cancellationToken);

    public Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) =>
        GoneAsync(iam.Value.DeleteAccessKeyAsync(new DeleteAccessKeyRequest { UserName = user.Value, AccessKeyId = key.Value }, cancellationToken));

    private async Task<bool> SetAsync(UserName user, AccessKeyId key, StatusType status, CancellationToken cancellationToken)
    {
        try
        {
            await iam.Value.UpdateAccessKeyAsync(new UpdateAccessKeyRequest { UserName = user.Value, AccessKeyId = key.Value, Status = status }, cancellationToken);
            return true;
        }
        catch (NoSuchEntityException)
        {
            return false;
        }
    }

    private static string? Known(string? text) => text is null or "" or Unknown ? null : text;

    private static DateTimeOffset Utc(DateTime at) => new(at.ToUniversalTime(), TimeSpan.Zero);
}
