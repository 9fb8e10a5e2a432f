namespace Gatehouse.Aws;

/// <summary>
/// IAM's credential report: who has a console password, and since when, who has MFA, who has access keys. IAM makes one at most every four hours, so that it says where to look,
/// and is never the ground for an action.
/// </summary>
/// <remarks>It needs <c>iam:GenerateCredentialReport</c> and <c>iam:GetCredentialReport</c>, for which AWS offers no resources: both on <c>*</c>.</remarks>
public interface ICredentialReport
{
    /// <summary>The newest report; waits for one where there is none, or where it is older than four hours.</summary>
    /// <exception cref="CredentialReportLateException">IAM did not make one in time.</exception>
    /// <exception cref="CredentialReportUnreadableException">It is not the CSV that AWS documents.</exception>
    Task<CredentialReport> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A credential report.</summary>
/// <param name="Generated">How things stood: when it was made.</param>
/// <param name="Rows">The root account's row and every user's.</param>
public sealed record CredentialReport(DateTimeOffset Generated, IReadOnlyList<CredentialRow> Rows);

/// <summary>One row of a credential report.</summary>
/// <param name="User">The user's name, or <see cref="RootAccount"/>.</param>
/// <param name="PasswordEnabled">Whether there is a console password; null where the report does not say, as for the root account.</param>
/// <param name="PasswordLastChanged">When the password was set; null where there is none, or where the report does not say.</param>
public sealed record CredentialRow(string User, bool? PasswordEnabled, DateTimeOffset? PasswordLastChanged)
{
    public const string RootAccount = "<root_account>";

    /// <summary>Whether there is an MFA device of any kind; null where the report does not say.</summary>
    public bool? MfaActive { get; init; }

    /// <summary>Whether there is an access key that can be used.</summary>
    public bool HasActiveKey { get; init; }

    public bool IsRoot => User == RootAccount;
}

/// <summary>IAM was asked for a credential report and had none ready after the time that is waited for one.</summary>
public sealed class CredentialReportLateException(TimeSpan waited)
    : Exception($"IAM did not finish the account's credential report within {waited.TotalSeconds:0} seconds. It is asked for again; in a large account the first one takes longer.");

/// <summary>The credential report is not what AWS documents; nothing of it is used.</summary>
public sealed class CredentialReportUnreadableException(int line, string why) : Exception($"Line {line} of IAM's credential report cannot be read: {why}");
