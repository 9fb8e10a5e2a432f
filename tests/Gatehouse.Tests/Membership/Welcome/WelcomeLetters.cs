using Gatehouse.Account;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Welcome;

/// <summary>A letter to a made-up newcomer, which each test changes as it needs.</summary>
internal static class WelcomeLetters
{
    public const string Password = "q7#RnMhk=4TdaQ9v";

    public static WelcomeLetter ForJane() => new()
    {
        UserName = "jane.doe@digital.cabinet-office.gov.uk",
        Password = Password,
        AccountId = "111122223333",
        AccountAlias = "gds-users",
        Region = "eu-west-2",
        PasswordSetAt = new DateTimeOffset(2026, 11, 21, 10, 30, 0, TimeSpan.Zero),
        FirstPasswordDays = 7,
        Rules = new PasswordRules(16, PasswordClasses.None, Reuse: 24, Days: 0),
        Help = "Ask in #aws-access on Slack.",
        Groups = ["CrossAccountAccess"],
        RequestedIn = "pull request 7 of alphagov/aws-user-management-account-users",
    };

    public static string[] Lines(this Mail mail) => mail.Text.Split('\n');
}
