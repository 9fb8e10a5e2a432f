using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Notices;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Notices;

public sealed class NoticeApplyTests
{
    private static readonly string Jane = Name("jane.doe").Value;
    private static readonly PlannedChange Leaver = Planned(NoticeLetters.Leaver);

    [Fact]
    public async Task Each_mail_goes_out_once_however_often_the_step_is_tried()
    {
        using var applying = Given();

        await applying.DoAsync(Leaver);
        await applying.DoAsync(Leaver);

        applying.Mailer.Sent.Select(mail => mail.Address).ShouldBe([Jane, NoticeLetters.Contact]);
        applying.Mailer.Sent.ShouldAllBe(mail => mail.Welcome == null);
    }

    [Fact]
    public async Task An_address_that_SES_does_not_take_keeps_nobody_else_from_being_told_and_is_named_by_its_part()
    {
        using var applying = Given();
        applying.Mailer.Refuses.Add(Jane);

        var refused = await Should.ThrowAsync<NoticeNotAcceptedException>(() => applying.DoAsync(Leaver));

        refused.Message.ShouldBe("SES did not accept the mail to the person: MessageRejected: Email address is not verified.");
        applying.Mailer.Sent.ShouldHaveSingleItem().Address.ShouldBe(NoticeLetters.Contact);
        (await applying.TrailAsync()).ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Applied, "the change itself was made");
    }

    [Fact]
    public async Task Once_SES_takes_it_the_retry_sends_what_is_left()
    {
        using var applying = Given();
        applying.Mailer.Refuses.Add(Jane);
        await Should.ThrowAsync<NoticeNotAcceptedException>(() => applying.DoAsync(Leaver));
        applying.Mailer.Refuses.Clear();

        await applying.DoAsync(Leaver);

        applying.Mailer.Sent.Select(mail => mail.Address).ShouldBe([NoticeLetters.Contact, Jane]);
        (await applying.TrailAsync()).Select(entry => entry.Outcome).ShouldBe([Outcome.Told, Outcome.Applied], ignoreOrder: true);
    }

    [Fact]
    public async Task Somebody_who_leaves_a_second_time_is_told_a_second_time()
    {
        using var applying = Given();
        await applying.DoAsync(Leaver);

        await applying.DoAsync(Leaver, new RunId("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-9-3333"));

        applying.Mailer.Sent.Count.ShouldBe(4);
    }

    private static Applying Given()
    {
        var applying = new Applying();
        applying.Iam.WithEverything(Jane);
        return applying;
    }
}
