using Gatehouse.Ledger;
using Gatehouse.Membership;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public sealed class ResetApplyTests
{
    private static readonly RunId Next = new("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-8-2222");
    private static readonly string Jane = Name("jane.doe").Value;
    private static readonly PlannedChange Password = Planned(new ResetPassword(Name("jane.doe"), Head));
    private static readonly PlannedChange Mfa = Planned(new ResetMfa(Name("jane.doe"), Head));

    [Fact]
    public Task A_reset_mails_a_password_that_works_and_leaves_MFA_alone_whatever_dies() => Applying.ThroughAnyDeathAsync(
        given => Task.FromResult(given.Iam.WithEverything(Jane)),
        Password,
        then =>
        {
            then.Mailer.Sent[^1].Mail.Text.ShouldContain($"Password: {then.Iam.Users[Jane].Of("password").ShouldHaveSingleItem()}");
            then.Mailer.Sent[^1].Welcome.ShouldBe(Password.WelcomeIn(Run));
            then.Iam.Users[Jane].Of("device").Count.ShouldBe(3);
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_line_is_one_reset_however_many_runs_meet_it_and_the_same_line_of_another_merge_is_another()
    {
        using var applying = Given();

        await applying.DoAsync(Password);
        (await applying.DoAsync(Password, Next)).ShouldBe(ChangeResult.NothingFollows);
        applying.Mailer.Sent.ShouldHaveSingleItem();
        (await applying.TrailAsync(Next)).ShouldBeEmpty();

        await applying.DoAsync(Planned(new ResetPassword(Name("jane.doe"), Before)), Next);
        applying.Mailer.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_earlier_password_that_nobody_used_is_looked_after_no_more_or_its_end_would_take_the_new_one_away()
    {
        using var applying = Given();
        await applying.DoAsync(Password);

        await applying.DoAsync(Planned(new ResetPassword(Name("jane.doe"), Before)), Next);

        (await applying.Unused.OpenAsync(default)).ShouldHaveSingleItem().Welcome.ShouldBe(WelcomeId.Of(new ResetPassword(Name("jane.doe"), Before)));
    }

    [Fact]
    public async Task Whoever_has_no_MFA_yet_is_told_how_to_add_it()
    {
        using var applying = Given();
        applying.Iam.Users[Jane].Of("device").Clear();

        await applying.DoAsync(Password);

        applying.Mailer.Sent.ShouldHaveSingleItem().Mail.Text.ShouldContain("Assign MFA device");
    }

    [Fact]
    public Task Every_device_is_removed_and_the_person_told_whatever_dies() => Applying.ThroughAnyDeathAsync(
        given => Task.FromResult(given.Iam.WithEverything(Jane)),
        Mfa,
        async then =>
        {
            then.Iam.Users[Jane].Of("device").ShouldBeEmpty();
            then.Iam.VirtualDevices.ShouldBeEmpty();
            then.Iam.Users[Jane].Of("password").ShouldHaveSingleItem();
            then.Mailer.Sent.ShouldAllBe(mail => mail.Address == Jane && mail.Mail.Subject.StartsWith("Your MFA devices were removed", StringComparison.Ordinal));
            (await then.TrailAsync()).Select(entry => (entry.Kind, entry.Outcome)).ShouldBe([("Notice", Outcome.Told), ("ResetMfa", Outcome.Applied)], ignoreOrder: true);
        });

    [Fact]
    public async Task A_device_that_was_added_since_stays_when_another_run_meets_the_same_line()
    {
        using var applying = Given();
        await applying.DoAsync(Mfa);
        applying.Iam.Users[Jane].Has("device", "the new one");

        (await applying.DoAsync(Mfa, Next)).ShouldBe(ChangeResult.NothingFollows);

        applying.Iam.Users[Jane].Of("device").ShouldBe(["the new one"]);
        applying.Mailer.Sent.ShouldHaveSingleItem();
    }

    private static Applying Given()
    {
        var applying = new Applying();
        applying.Iam.WithEverything(Jane);
        return applying;
    }
}
