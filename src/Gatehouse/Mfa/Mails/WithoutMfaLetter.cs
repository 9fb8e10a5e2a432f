using Gatehouse.Register;

namespace Gatehouse.Mfa.Mails;

/// <summary>What a mail to somebody without MFA knows.</summary>
public sealed record WithoutMfaLetter
{
    public required UserName Person { get; init; }

    /// <summary>The name that people know the account by: its alias, or its twelve digits.</summary>
    public required string AccountName { get; init; }

    /// <summary>Since when they are without MFA, as far as Gatehouse knows.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The first day on which the password may be gone; null where nobody takes it away.</summary>
    public required DateOnly? SuspendsOn { get; init; }

    /// <summary>How MFA devices must be named.</summary>
    public required DeviceNameRule Names { get; init; }

    /// <summary>Where to ask, as a sentence.</summary>
    public required string Help { get; init; }

    /// <summary><c>owner/name</c> of the register's repository.</summary>
    public required string Repository { get; init; }

    /// <summary>Within how many days a new password must be used.</summary>
    public required int PasswordDays { get; init; }
}
