using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Gatehouse.Cli.Deployments;

/// <summary>Who is at the keyboard, as AWS knows them.</summary>
/// <param name="Account">The twelve digits of the account that their credentials are for.</param>
/// <param name="Arn">A user, or the session of a role.</param>
internal sealed record Caller(string Account, string Arn)
{
    /// <summary><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</summary>
    public string Partition => Arn.Split(':')[1];

    public static async Task<Caller> AskAsync(IAmazonSecurityTokenService sts, CancellationToken cancellationToken)
    {
        var answer = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
        return new Caller(answer.Account, answer.Arn);
    }
}
