using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public sealed class ExpiryApplyTests
{
    private const string Requester = "team.lead@digital.cabinet-office.gov.uk";
    private static readonly string Jane = Name("jane.doe").Value;
    private static readonly PlannedChange Mailed = Planned(new ResetPassword(Name("jane.doe"), Head));

    [Fact]
    public Task The_password_is_gone_the_person_and_whoever_asked_are_told_whatever_dies() => Applying.ThroughAnyDeathAsync(
        async given =>
        {
            given.Iam.WithEverything(Jane);
            await given.DoAsync(Mailed);
            given.Mailer.Sent.Clear();
            given.Clock.Now = given.Clock.Now.AddDays(8);
        },
        Expiry(),
        async then =>
        {
            then.Iam.Users[Jane].Of("password").ShouldBeEmpty();
            then.Mailer.Sent.Select(mail => mail.Address).Distinct().ShouldBe([Jane, Requester], ignoreOrder: true);
            (await then.Unused.OpenAsync(default)).ShouldBeEmpty();
            (await then.Unused.GoneAsync(default)).ShouldHaveSingleItem().Person.ShouldBe(Name("jane.doe"));
        });

    [Fact]
    public async Task A_user_who_is_gone_brings_no_mail()
    {
        using var applying = new Applying();

        (await applying.DoAsync(Expiry())).ShouldBe(ChangeResult.NothingFollows);

        applying.Mailer.Sent.ShouldBeEmpty();
        (await applying.TrailAsync()).ShouldBeEmpty();
    }

    private static PlannedChange Expiry() => new(
        new ExpireFirstPassword(Name("jane.doe"), Mailed.WelcomeIn(Run)!, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)),
        new Attribution(Head, 7, "bob", "alice", Requester));
}
