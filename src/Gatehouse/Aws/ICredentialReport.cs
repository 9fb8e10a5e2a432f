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

    /// <summary>The access keys, at most two; the report names no ids.</summary>
    public IReadOnlyList<CredentialKey> Keys { get; init; } = [];

    /// <summary>Whether there is an access key that can be used.</summary>
    public bool HasActiveKey => Keys.Any(key => key.Active);

    public bool IsRoot => User == RootAccount;
}

/// <summary>An access key as a credential report tells of it.</summary>
/// <param name="Number">1 or 2: its place in the report, and nothing that IAM knows it by.</param>
/// <param name="Active">Whether it could be used.</param>
/// <param name="Created">When it was made ("last rotated", in the report); null where the report does not say, as it may for an inactive one.</param>
/// <param name="LastUsed">Null where it was never used, or where the report does not say.</param>
public sealed record CredentialKey(int Number, bool Active, DateTimeOffset? Created, DateTimeOffset? LastUsed)
{
    /// <summary>Where it was used last; null where that is not known.</summary>
    public string? Region { get; init; }

    /// <summary>For what it was used last, as AWS names it: <c>s3</c>; null where that is not known.</summary>
    public string? Service { get; init; }
}

/// <summary>IAM was asked for a credential report and had none ready after the time that is waited for one.</summary>
public sealed class CredentialReportLateException(TimeSpan waited)
    : Exception($"IAM did not finish the account's credential report within {waited.TotalSeconds:0} seconds. It is asked for again; in a large account the first one takes longer.");

/// <summary>The credential report is not what AWS documents; nothing of it is used.</summary>
public sealed class CredentialReportUnreadableException(int line, string why) : Exception($"Line {line} of IAM's credential report cannot be read: {why}");
