using Gatehouse.Runtime;

namespace Gatehouse.Mfa.Missing;

/// <summary>After how many days without MFA somebody is warned, warned again, and loses the console password; 0 is never. Pure.</summary>
public sealed record MissingMfaRule(int FirstDays, int SecondDays, int SuspendDays)
{
    public static MissingMfaRule Of(Settings settings) => new(settings.MfaFirstWarningDays, settings.MfaSecondWarningDays, settings.MfaSuspendDays);

    public bool WarnsFirst => FirstDays > 0;

    public bool WarnsAgain => SecondDays > 0;

    /// <summary>Without a warning before it nothing is taken from anybody.</summary>
    public bool Suspends => SuspendDays > 0 && (WarnsFirst || WarnsAgain);

    /// <summary>How many days lie between the two mails at least.</summary>
    public int BetweenWarnings => Math.Max(1, SecondDays - FirstDays);

    /// <summary>How many days lie between the last mail and the end of the password at least.</summary>
    public int AfterLastWarning => Math.Max(1, SuspendDays - (WarnsAgain ? SecondDays : FirstDays));
}
