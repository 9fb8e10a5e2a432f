namespace Gatehouse.Cdk.Tests.People;

/// <summary>What a request proves of whoever makes it.</summary>
public enum Proof
{
    /// <summary>With an access key alone: the request says nothing about MFA.</summary>
    ByAccessKey,

    /// <summary>In a session that began without a code: the request says that there was no MFA.</summary>
    WithoutMfa,

    /// <summary>In a session that began with a code.</summary>
    WithMfa,
}

/// <summary>What IAM answers.</summary>
public enum Verdict
{
    Allowed,

    /// <summary>No policy allows it; another policy could.</summary>
    NotGiven,

    /// <summary>A policy denies it, and no other policy can allow it.</summary>
    Denied,
}

/// <summary>May somebody do this?</summary>
/// <param name="Who">The user name; <c>admin</c> carries AdministratorAccess and <c>operator</c> may assume roles, both beside the people's policy.</param>
/// <param name="By">With which proof.</param>
/// <param name="Action">What they do.</param>
/// <param name="On">To what: the end of an IAM ARN in their account, or <c>*</c>.</param>
public sealed record Question(string Who, Proof By, string Action, string On)
{
    public const string Account = "111122223333";

    /// <summary>Which deployment's policy: <c>prefix</c> as committed, <c>exact</c>, or <c>addresses</c>.</summary>
    public string Policy { get; init; } = "prefix";

    /// <summary>The address that the request comes from; null where AWS does not say, as behind a VPC endpoint.</summary>
    public string? From { get; init; } = "198.51.100.7";

    /// <summary>Whether an AWS service asks on their behalf.</summary>
    public bool ThroughService { get; init; }

    public string Principal => $"arn:aws:iam::{Account}:user/{Who}";

    public string Resource => On == "*" ? "*" : $"arn:aws:iam::{Account}:{On}";

    public Dictionary<string, string> Context
    {
        get
        {
            var context = new Dictionary<string, string> { ["aws:username"] = Who, ["aws:ViaAWSService"] = ThroughService ? "true" : "false" };
            if (From is not null)
                context["aws:SourceIp"] = From;
            if (By is not Proof.ByAccessKey)
                context["aws:MultiFactorAuthPresent"] = By is Proof.WithMfa ? "true" : "false";
            return context;
        }
    }
}
