using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Deployments.Questions;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether SES sends under the address that welcomes come from, and to anybody.</summary>
internal sealed class MailCheck(Deployment deployment, MailQuestions ask) : ICheck
{
    public string Name => "Mail";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var from = deployment.Settings.MailFrom;
        var identity = deployment.Cdk?.Find("mailIdentity") ?? from.Split('@')[^1];
        return [.. Judge(identity, await ask.IdentityStatusAsync(identity, cancellationToken), await ask.IsOutOfSandboxAsync(cancellationToken))];
    }

    public static IEnumerable<Diagnosis> Judge(string identity, string? status, bool? outOfSandbox)
    {
        yield return status switch
        {
            "SUCCESS" => Diagnosis.Fine($"SES may send as {identity}"),
            null => Diagnosis.Wrong($"SES does not know the identity {identity}", $"aws sesv2 create-email-identity --email-identity {identity}, and publish its DKIM records."),
            _ => Diagnosis.Wrong($"SES has not verified {identity}: {status}", $"Publish its DKIM records: aws sesv2 get-email-identity --email-identity {identity}"),
        };
        if (outOfSandbox is false)
        {
            yield return Diagnosis.Wrong("SES is in the sandbox: it mails verified addresses only", "aws sesv2 put-account-details --production-access-enabled …, as README.md shows.");
        }
    }
}
