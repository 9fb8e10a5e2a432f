using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Asks IAM about console passwords.</summary>
public interface IPasswords
{
    /// <summary>When somebody's console password was made; null where there is none, or no such user.</summary>
    /// <exception cref="PasswordDeniedException">IAM does not say it of somebody who is not ours, or not there.</exception>
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
        catch (AmazonIdentityManagementServiceException denied) when (denied.ErrorCode == "AccessDenied")
        {
            throw new PasswordDeniedException(person, denied);
        }
    }
}

/// <summary>The role may ask for managed users only, so that IAM says "denied" for one who does not exist too.</summary>
public sealed class PasswordDeniedException(UserName person, Exception inner) : Exception($"IAM does not say when the console password of {person} was made.", inner);
