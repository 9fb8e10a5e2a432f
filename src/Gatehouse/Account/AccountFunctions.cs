using Amazon.Lambda.Annotations;
using Microsoft.Extensions.Logging;
using Gatehouse.Runtime;

namespace Gatehouse.Account;

/// <summary>Keeps what the account itself must have. CloudFormation calls it, as a custom resource.</summary>
public sealed class AccountFunctions(ILogger<AccountFunctions> log)
{
    [LambdaFunction]
    public async Task KeepPasswordPolicy(CustomResourceRequest request, [FromServices] PasswordPolicyApply policy)
    {
        using var about = log.About(run: request.RequestId);
        await policy.AnswerAsync(request, CancellationToken.None);
    }
}
