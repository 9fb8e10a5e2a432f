using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Slack;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Keys.Leaks;
using Gatehouse.Tests.Keys.Mails;
using Gatehouse.Tests.Keys.Rotation;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Keys;

/// <summary>What becomes of a mail about an access key that came back.</summary>
public sealed class ReturnedKeyMailTests : IDisposable, ISlack
{
    private const string Owner = "Platform-Leads@example.gov.uk";

    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();
    private readonly List<string> said = [];
    private bool isDown;

    public void Dispose() => ledger.Dispose();

    [Fact]
    public void Every_mail_about_a_key_asks_to_be_told_of_its_return()
    {
        Dictionary<string, Mail> mails = new([.. KeyLetters.ByName, .. LeakLetters.ToOwners, .. DeployKeyLetters.ByName]);

        mails.Count.ShouldBeGreaterThan(20);
        mails.ShouldAllBe(mail => mail.Value.Kind == MailKinds.AccessKey);
    }

    [Fact]
    public async Task It_is_said_once_in_the_operations_channel_whom_to_tell_and_that_the_days_go_on()
    {
        await ReturnAsync("Bounce", Owner);
        await ReturnAsync("Reject", Owner.ToLowerInvariant());
        await ReturnAsync("Bounce", "somebody.else@example.gov.uk");

        said.Count.ShouldBe(2);
        said[0].ShouldContain($"A mail to *{Owner}* about an access key was not delivered: the mail was returned (Permanent): 550 5.1.1 user unknown");
        said[0].ShouldContain("What becomes of the key, and when, stays the same");
        said[1].ShouldContain("somebody.else@example.gov.uk");
    }

    [Fact]
    public async Task While_Slack_is_down_the_event_comes_again_and_is_said_then()
    {
        isDown = true;
        await Should.ThrowAsync<HttpRequestException>(() => ReturnAsync("Bounce", Owner));
        isDown = false;

        await ReturnAsync("Bounce", Owner);

        said.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_arrived_is_nothing_to_tell()
    {
        await ReturnAsync("Delivery", Owner);

        said.ShouldBeEmpty();
    }

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        channel.ShouldBe("#aws-access");
        if (isDown) throw new HttpRequestException("Slack is down.");

        said.Add(text);
        return Task.CompletedTask;
    }

    private Task ReturnAsync(string eventType, string address) =>
        new ReturnedKeyMail(new SlackOnce(this, new Told(ledger.Table, clock), GivenSettings.With(new Dictionary<string, string>())), NullLogger<ReturnedKeyMail>.Instance).RecordAsync(
            new MailEvent(
                eventType,
                new MailEventMail("message-1", new Dictionary<string, IReadOnlyList<string>> { [SesMailer.KindTag] = [MailKinds.AccessKey] }, [address]),
                new MailEventBounce("Permanent", [new MailEventRecipient(address, "550 5.1.1 user unknown")])),
            default);
}
