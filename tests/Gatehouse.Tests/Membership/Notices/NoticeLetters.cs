using Gatehouse.Membership;
using Gatehouse.Membership.Notices;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Notices;

/// <summary>Notices about a made-up person, which each test changes as it needs.</summary>
internal static class NoticeLetters
{
    public const string MailFrom = "aws-access@example.gov.uk";
    public const string Contact = "platform-team@digital.cabinet-office.gov.uk";

    public static readonly DateTimeOffset Mailed = new(2026, 11, 14, 9, 0, 0, TimeSpan.Zero);

    public static readonly QuarantineUser Leaver = new(Name("jane.doe"), [], Contact: Contact);

    public static readonly ResetMfa MfaReset = new(Name("jane.doe"), Head);

    public static readonly ExpireFirstPassword Expired = new(Name("jane.doe"), "w1", Mailed);

    public static NoticeLetter AboutJane() => new()
    {
        Person = Name("jane.doe"),
        AccountName = "gds-users",
        At = new DateTimeOffset(2026, 11, 21, 10, 30, 0, TimeSpan.Zero),
        Help = "Ask in #aws-access on Slack.",
        Repository = "alphagov/aws-user-management-account-users",
        GraceDays = 14,
        FirstPasswordDays = 7,
        RequestedIn = "pull request 7 of alphagov/aws-user-management-account-users",
    };

    public static IReadOnlyList<Notice> Of(MembershipChange change, string? requester = null) =>
        NoticeMails.Of(Planned(change) with { Because = new Attribution(Head, 7, "bob", "alice", requester) }, AboutJane(), MailFrom);
}
