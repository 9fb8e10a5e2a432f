using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>The access keys of an account's users. Every call but <see cref="CreateAsync"/> is safe to make twice; what is gone already is as wanted.</summary>
/// <remarks>
/// <c>iam:ListAccessKeys</c>, <c>iam:CreateAccessKey</c>, <c>iam:UpdateAccessKey</c> and <c>iam:DeleteAccessKey</c> can be bound to a user's tags, and IAM answers
/// "denied" then for one who does not carry them: so who is ours is looked at again by IAM itself, at the moment of the call.
/// </remarks>
public interface IAccessKeys
{
    /// <summary>Somebody's keys, at most two; none where the user does not exist.</summary>
    Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken);

    /// <summary>Whose a key is, and when it was used last.</summary>
    /// <remarks>
    /// The call names a key and no user, so that IAM looks for its user before it looks at anybody's rights: of a key that does not exist, or is another account's, it
    /// answers "denied" as well as "no such entity", and says nothing of a policy that denies. Our roles may ask about every user of the account, so that nothing
    /// else of ours can be denied. An explicit deny of somebody's is no answer, and is thrown.
    /// </remarks>
    /// <returns>Null where this account has no such key.</returns>
    Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken);

    /// <summary>Makes a key; its secret is said once, here, and never again.</summary>
    Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken);

    /// <returns>False where there is no such key any more.</returns>
    Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken);

    /// <returns>False where there is no such key any more.</returns>
    Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken);

    Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken);
}

/// <summary>An access key as IAM lists it now.</summary>
public sealed record AccessKey(AccessKeyId Id, bool Active, DateTimeOffset Created);

/// <summary>Whose a key is, and its last use. IAM knows of no use before April 2015, and tells of one some minutes late.</summary>
/// <param name="User">Whose it is; null where IAM does not say, as for the root user.</param>
/// <param name="At">When; null where it was never used.</param>
/// <param name="Service">For what, as AWS names it: <c>s3</c>; null where it was never used.</param>
/// <param name="Region">Where; null where it was never used, or where AWS does not say.</param>
public sealed record KeyUse(UserName? User, DateTimeOffset? At, string? Service, string? Region);

/// <summary>IAM lists a key, and says nothing of its use a moment later: nobody may take that for a key that was never used.</summary>
public sealed class KeyUseUnknownException(AccessKeyId key) : Exception($"IAM lists the access key {key}, and knows nothing of its use: it was deleted in this moment, or somebody's policy keeps iam:GetAccessKeyLastUsed back. It is looked at again.");

/// <summary>A key that was just made. It holds a secret: it is never logged, stored or put into a state.</summary>
public sealed class NewAccessKey(AccessKeyId id, string secret)
{
    public AccessKeyId Id => id;

    public string Secret => secret;

    public override string ToString() => id.Value;
}
