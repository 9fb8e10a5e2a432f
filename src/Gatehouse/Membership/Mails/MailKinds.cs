namespace Gatehouse.Membership.Mails;

/// <summary>The mails without a password whose coming back matters. SES takes letters, digits, <c>-</c> and <c>_</c> in such a word.</summary>
public static class MailKinds
{
    /// <summary>What somebody without MFA is told before, and when, their password goes.</summary>
    public const string MissingMfa = "missing-mfa";

    /// <summary>What becomes of somebody's access key, or of a machine user's.</summary>
    public const string AccessKey = "access-key";

    /// <summary>What the list hears about root accounts.</summary>
    public const string RootAlert = "root-alert";
}
