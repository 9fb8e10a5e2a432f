using Amazon.Lambda.Annotations;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Account;

/// <summary>Keeps what the account itself must have. CloudFormation calls it, as a custom resource.</summary>
public sealed class AccountFunctions(ILogger<AccountFunctions> log)
{
    /// <exception cref="Aws.AnswerNotTakenException">CloudFormation could not be told; Lambda brings the request again.</exception>
    [LambdaFunction]
    public async Task KeepPasswordPolicy(CustomResourceRequest request, [FromServices] PasswordPolicyApply policy)
    {
        using var about = log.About(run: request.RequestId);
        await policy.AnswerAsync(request, CancellationToken.None);
    }
}
