using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Asks IAM about console passwords.</summary>
public interface IPasswords
{
    /// <summary>When somebody's console password was made; null where there is none, or no such user.</summary>
    Task<DateTimeOffset?> MadeAsync(UserName person, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="iam">Made at the first call: an invocation that needs no IAM does not pay for the client.</param>
public sealed class IamPasswords(Lazy<IAmazonIdentityManagementService> iam) : IPasswords
{
    public async Task<DateTimeOffset?> MadeAsync(UserName person, CancellationToken cancellationToken)
    {
        try
        {
            var made = (await iam.Value.GetLoginProfileAsync(new GetLoginProfileRequest(person.Value), cancellationToken)).LoginProfile.CreateDate
                ?? throw new InvalidOperationException("GetLoginProfile answered without the time at which the password was made.");
            return new DateTimeOffset(made.ToUniversalTime(), TimeSpan.Zero);
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }
}
