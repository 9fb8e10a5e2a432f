using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa;
using Gatehouse.Root;
using Gatehouse.Tests.Keys.Leaks;
using Gatehouse.Tests.Keys.Mails;
using Gatehouse.Tests.Keys.Rotation;
using Gatehouse.Tests.Membership.Notices;
using Gatehouse.Tests.Membership.Welcome;
using Gatehouse.Tests.Mfa.Mails;
using Gatehouse.Tests.Root;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Mails;

/// <summary>Every mail that Gatehouse writes, by a name for it.</summary>
internal static class EveryMail
{
    private static readonly WelcomeLetter Known = WelcomeLetters.ForJane() with { HasSecondFactor = true };

    public static readonly IReadOnlyDictionary<string, Mail> ByName = new Dictionary<string, Mail>(
        [.. MfaMailsTests.ByName, .. KeyLetters.ByName, .. LeakLetters.ToOwners, .. LeakLetters.ToTheList, .. DeployKeyLetters.ByName])
    {
        ["welcome-exact"] = WelcomeMail.Write(WelcomeLetters.ForJane() with { DeviceNames = DeviceNameRule.Exact }),
        ["welcome"] = WelcomeMail.Write(WelcomeLetters.ForJane()),
        ["welcome-again"] = WelcomeMail.Write(WelcomeLetters.ForJane() with { ReplacesEarlier = true }),
        ["reset"] = WelcomeMail.Write(Known with { Kind = WelcomeKind.Reset, Groups = [] }),
        ["reset-without-mfa"] = WelcomeMail.Write(WelcomeLetters.ForJane() with { Kind = WelcomeKind.Reset, Groups = [] }),
        ["restored"] = WelcomeMail.Write(Known with { Kind = WelcomeKind.Restored, Lost = ["PayrollAdmins"] }),
        ["restored-without-mfa"] = WelcomeMail.Write(WelcomeLetters.ForJane() with { Kind = WelcomeKind.Restored }),
        ["leaver"] = NoticeLetters.Of(NoticeLetters.Leaver)[0].Mail,
        ["leaver-renamed"] = NoticeLetters.Of(NoticeLetters.Leaver with { RenamedTo = Name("jane.doe@cabinetoffice.gov.uk"), AtOnce = true })[0].Mail,
        ["leavers-contact"] = NoticeLetters.Of(NoticeLetters.Leaver)[1].Mail,
        ["without-mfa-first"] = WithoutMfaLetters.Of(WithoutMfaLetters.First),
        ["without-mfa-second"] = WithoutMfaLetters.Of(WithoutMfaLetters.Second, WithoutMfaLetters.Ends),
        ["without-mfa-second-protected"] = WithoutMfaLetters.Of(WithoutMfaLetters.Second),
        ["without-mfa-suspended"] = WithoutMfaLetters.Of(WithoutMfaLetters.Suspended),
        ["mfa-reset"] = NoticeLetters.Of(NoticeLetters.MfaReset)[0].Mail,
        ["root-alert"] = RootAlertMail.Write(new RootAlert(RootEvents.Read(RootEvents.SignIn("ConsoleLogin", "e1"))), "#cyber-security-help", 15),
        ["root-heartbeat"] = RootHeartbeatMail.Write("#cyber-security-help", "Slack answered 404 for #cyber-security-help (no_service)."),
        ["unused-password"] = NoticeLetters.Of(NoticeLetters.Expired)[0].Mail,
        ["unused-password-requester"] = NoticeLetters.Of(NoticeLetters.Expired, "team.lead@digital.cabinet-office.gov.uk")[1].Mail,
    };
}
