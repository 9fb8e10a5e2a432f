using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>What a reviewer needs to see before somebody's access is taken away: whether it is in use.</summary>
/// <remarks>
/// For each person: <c>iam:GetUser</c> (without a condition on tags, or IAM answers "denied" for one who does not exist), <c>iam:ListAccessKeys</c>,
/// <c>iam:ListMFADevices</c> and, once for each key, <c>iam:GetAccessKeyLastUsed</c>; all on <c>user/*</c>.
/// </remarks>
public interface IEvidence
{
    /// <returns>Null where IAM has no such user.</returns>
    Task<Evidence?> OfAsync(UserName person, CancellationToken cancellationToken);
}

/// <summary>How far somebody's access is in use.</summary>
/// <param name="Created">When the user was made.</param>
/// <param name="PasswordLastUsed">The last sign-in at the console; null where none is known.</param>
/// <param name="Keys">The access keys; at most two.</param>
/// <param name="Devices">How many MFA devices there are.</param>
public sealed record Evidence(DateTimeOffset Created, DateTimeOffset? PasswordLastUsed, IReadOnlyList<KeyEvidence> Keys, int Devices);

/// <summary>One access key, without its id.</summary>
/// <param name="Active">Whether it can be used.</param>
/// <param name="LastUsed">Null where it was never used.</param>
/// <param name="Service">For what, as AWS names it: <c>s3</c>; null where it was never used.</param>
/// <param name="Region">Where; null where it was never used, or where AWS does not say.</param>
public sealed record KeyEvidence(bool Active, DateTimeOffset? LastUsed, string? Service, string? Region);
