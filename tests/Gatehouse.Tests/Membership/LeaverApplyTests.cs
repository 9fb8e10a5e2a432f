using Gatehouse.Ledger;
using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public sealed class LeaverApplyTests
{
    private static readonly string Jane = Name("jane.doe").Value;
    private static readonly PlannedChange Earlier = Planned(new ResetPassword(Name("jane.doe"), Before), pullRequest: 3);

    [Fact]
    public Task A_leaver_is_out_told_once_and_owed_nothing_whatever_dies() => Applying.ThroughAnyDeathAsync(
        async given =>
        {
            given.Iam.WithEverything(Jane);
            await given.Welcomes.OweAsync(Run, Earlier, Earlier.WelcomeIn(Run)!, default);
        },
        Planned(new QuarantineUser(Name("jane.doe"), [Earlier.WelcomeIn(Run)!, "gone already"], Contact: "team@digital.cabinet-office.gov.uk")),
        async then =>
        {
            then.Iam.Users[Jane].Of("password").ShouldBeEmpty();
            then.Iam.Users[Jane].Of("group").ShouldBeEmpty();
            (await then.Welcomes.OwedAsync(default)).ShouldBeEmpty();
            then.Mailer.Sent.Select(mail => mail.Address).Distinct().ShouldBe([Jane, "team@digital.cabinet-office.gov.uk"], ignoreOrder: true);
            then.Mailer.Sent.Count.ShouldBeLessThanOrEqualTo(3, "a kill while SES is asked may send one twice");
            (await then.TrailAsync()).Select(entry => (entry.Kind, entry.Outcome)).ShouldBe([("Notice", Outcome.Told), ("QuarantineUser", Outcome.Applied)], ignoreOrder: true);
        });

    [Fact]
    public Task Without_a_grace_time_the_user_is_gone_whatever_dies() => Applying.ThroughAnyDeathAsync(
        given => Task.FromResult(given.Iam.WithEverything(Jane)),
        Planned(new QuarantineUser(Name("jane.doe"), [], AtOnce: true)),
        then =>
        {
            then.Iam.Users.ShouldBeEmpty();
            then.Iam.VirtualDevices.ShouldBeEmpty();
            return Task.CompletedTask;
        });

    [Fact]
    public Task Whoever_comes_back_is_mailed_a_password_that_works_whatever_dies() => Applying.ThroughAnyDeathAsync(
        async given =>
        {
            given.Iam.WithEverything(Jane);
            await given.DoAsync(Planned(new QuarantineUser(Name("jane.doe"), [])));
        },
        Planned(new RestoreUser(Name("jane.doe"), [Group], [])),
        then =>
        {
            var last = then.Mailer.Sent[^1];
            last.Mail.Text.ShouldContain($"Password: {then.Iam.Users[Jane].Of("password").ShouldHaveSingleItem()}");
            last.Mail.Subject.ShouldStartWith("Your AWS access is back");
            last.Mail.Text.ShouldNotContain("Assign MFA device", Case.Sensitive, "they have devices");
            then.Iam.Users[Jane].Of("group").ShouldBe([Group]);
            then.Iam.Users[Jane].Inactive.Count.ShouldBe(2);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task Who_allowed_a_removal_stands_in_the_trail()
    {
        using var applying = new Applying();
        applying.Iam.WithEverything(Jane);

        await applying.DoAsync(Planned(new QuarantineUser(Name("jane.doe"), [])) with { Allowed = "a-second-reviewer" });

        (await applying.TrailAsync()).Single(entry => entry.Kind == nameof(QuarantineUser)).Detail.ShouldBe("allowed by a-second-reviewer, who put the label gatehouse:allow-removals on");
    }

    [Fact]
    public async Task A_mailed_password_that_nobody_used_is_looked_after_no_more_once_they_left()
    {
        using var applying = new Applying();
        applying.Iam.WithEverything(Jane);
        await applying.DoAsync(Earlier);

        await applying.DoAsync(Planned(new QuarantineUser(Name("jane.doe"), [Earlier.WelcomeIn(Run)!])));

        (await applying.Unused.OpenAsync(default)).ShouldBeEmpty();
    }
}
