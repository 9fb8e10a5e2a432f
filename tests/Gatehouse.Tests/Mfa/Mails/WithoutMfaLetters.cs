using Gatehouse.Membership.Mails;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Mails;
using Gatehouse.Register;

namespace Gatehouse.Tests.Mfa.Mails;

/// <summary>Mails to a made-up person without MFA.</summary>
internal static class WithoutMfaLetters
{
    private static readonly UserName Jane = new("jane.doe@digital.cabinet-office.gov.uk");
    private static readonly DateTimeOffset Since = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static readonly MfaChange First = new WarnWithoutMfa(Jane, 1, Since);

    public static readonly MfaChange Second = new WarnWithoutMfa(Jane, 2, Since);

    public static readonly MfaChange Suspended = new SuspendPassword(Jane, Since);

    public static readonly DateOnly Ends = new(2026, 12, 5);

    public static Mail Of(MfaChange change, DateOnly? ends = null) => WithoutMfaMails.Of(change, new WithoutMfaLetter
    {
        Person = Jane,
        AccountName = "gds-users",
        Since = Since,
        SuspendsOn = ends,
        Names = DeviceNameRule.Prefix,
        Help = "Ask in #aws-access on Slack.",
        Repository = "alphagov/aws-user-management-account-users",
        PasswordDays = 7,
    });
}
