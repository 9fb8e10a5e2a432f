using Gatehouse.Register;

namespace Gatehouse.Keys.Report;

/// <summary>How a repository's Actions reach AWS with no access key at all: GitHub's own identity provider, and a role that trusts it. Pure.</summary>
/// <remarks>https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws</remarks>
public static class OpenIdConnect
{
    private const string Provider = "token.actions.githubusercontent.com", Audience = "sts.amazonaws.com";

    /// <summary>What GitHub says of a job of the repository: with an environment its name, else the branch.</summary>
    public static string Subject(KeyRotation rotation) =>
        $"repo:{rotation.Repository}:{(rotation.Environment is { } environment ? $"environment:{environment}" : $"ref:refs/heads/{rotation.Ref}")}";

    /// <summary>The trust policy of a role that these jobs alone may assume.</summary>
    public static string TrustPolicy(string account, KeyRotation rotation) =>
        $$"""
        { "Version": "2012-10-17",
          "Statement": [ {
            "Effect": "Allow",
            "Principal": { "Federated": "arn:aws:iam::{{account}}:oidc-provider/{{Provider}}" },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": { "StringEquals": {
              "{{Provider}}:aud": "{{Audience}}",
              "{{Provider}}:sub": "{{Subject(rotation)}}" } } } ] }
        """;

    /// <summary>The steps, each a sentence; the trust policy follows the second.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        $"Add the identity provider once in the account: aws iam create-open-id-connect-provider --url https://{Provider} --client-id-list {Audience}",
        "Make a role with the deployment's rights and this trust policy:",
        "Give the workflow's job the permissions \"id-token: write\" and \"contents: read\", and the step aws-actions/configure-aws-credentials with role-to-assume and aws-region.",
        "When it has run once, take the machine user out of mgmt/machine-users.json, its keys out of IAM and both secrets out of GitHub.",
    ];
}
