namespace Gatehouse.Cli.Deployments.Questions;

/// <summary>What is asked of SES.</summary>
internal sealed class MailQuestions(SignedCall call, string region)
{
    /// <summary>SES's word on an identity: <c>SUCCESS</c>, <c>PENDING</c>, <c>FAILED</c>, …; null where there is no such identity.</summary>
    public async Task<string?> IdentityStatusAsync(string identity, CancellationToken cancellationToken) =>
        (await call.AskAsync(Of("identities", identity), cancellationToken))?.GetProperty("VerificationStatus").GetString();

    /// <summary>Whether SES mails to anybody, and not only to verified addresses; null where SES does not say.</summary>
    public async Task<bool?> IsOutOfSandboxAsync(CancellationToken cancellationToken) =>
        (await call.AskAsync(Of("account"), cancellationToken))?.GetProperty("ProductionAccessEnabled").GetBoolean();

    private Question Of(params string[] what) => new("ses", region) { Host = "email", Path = ["v2", "email", .. what] };
}
