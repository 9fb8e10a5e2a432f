using Amazon.Runtime;
using Gatehouse.Aws;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Account;

/// <summary>
/// Puts the account's password policy in place when CloudFormation creates or updates it, and always answers. The rules are the deployment's own settings:
/// what a request carries makes CloudFormation ask again when they change, and whoever forges a request can put nothing else in place.
/// </summary>
/// <remarks>
/// <list type="table">
/// <listheader><term>asked</term><description>done</description></listheader>
/// <item><term>Create, Update</term><description>the whole policy is put in place</description></item>
/// <item><term>Delete</term><description>nothing: without a policy everybody's next password could be as weak as AWS's default</description></item>
/// <item><term>anything else</term><description>refused</description></item>
/// </list>
/// </remarks>
public sealed partial class PasswordPolicyApply(IPasswordPolicy policy, CustomResourceAnswers answers, Settings settings, ILogger<PasswordPolicyApply> log)
{
    /// <summary>There is one for each account, so that its name never changes.</summary>
    public const string ResourceId = "account-password-policy";

    /// <exception cref="AnswerNotTakenException">CloudFormation could not be told; Lambda delivers the request again, and doing it again changes nothing.</exception>
    public async Task AnswerAsync(CustomResourceRequest request, CancellationToken cancellationToken)
    {
        var problem = await TryAsync(request, cancellationToken);
        if (problem is not null)
        {
            Log.Failed(log, request.RequestType, problem);
        }

        var answer = problem is null ? CustomResourceAnswer.Done(request, ResourceId) : CustomResourceAnswer.Failed(request, ResourceId, problem);
        await answers.PutAsync(request.ResponseURL, answer, cancellationToken);
    }

    /// <returns>Why it could not be done and what to do, or null when it was.</returns>
    private async Task<string?> TryAsync(CustomResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await DoAsync(request, cancellationToken);
        }
        catch (AmazonServiceException refused) when (refused.ErrorCode is { Length: > 0 } code)
        {
            return $"IAM refused the password policy ({code}: {refused.Message}). {Mends(code)}";
        }
        catch (Exception broken) when (broken is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return $"IAM could not be reached ({broken.Message}). Deploy again.";
        }
        catch (SettingMissingException missing)
        {
            return missing.Message;
        }
    }

    private static string Mends(string code) => code.StartsWith("AccessDenied", StringComparison.Ordinal)
        ? "Look whether the function's role may call iam:UpdateAccountPasswordPolicy and whether a policy of the organisation forbids it, and deploy again."
        : "Where it names a value, correct that setting of the password in cdk.json; then deploy again.";

    private async Task<string?> DoAsync(CustomResourceRequest request, CancellationToken cancellationToken)
    {
        switch (request.RequestType)
        {
            case "Create" or "Update":
                var rules = PasswordRules.Of(settings);
                await policy.PutAsync(AccountPasswordPolicy.Wanted(rules), cancellationToken);
                Log.InPlace(log, rules.Needs());
                return null;
            case "Delete":
                Log.Kept(log);
                return null;
            default:
                return $"CloudFormation asked for '{request.RequestType}', and only Create, Update and Delete are known. Nothing was changed. Deploy a version of Gatehouse that knows it.";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The account's password policy is in place: {Needs}.")]
        public static partial void InPlace(ILogger log, string needs);

        [LoggerMessage(2, LogLevel.Information, "The account keeps its password policy: whoever wants another one sets it by hand.")]
        public static partial void Kept(ILogger log);

        [LoggerMessage(3, LogLevel.Error, "{RequestType} of the account's password policy failed, and CloudFormation is told why: {Reason}")]
        public static partial void Failed(ILogger log, string requestType, string reason);
    }
}
