using System.Globalization;
using Amazon.IdentityManagement.Model;
using static Gatehouse.World.Tests.RegisterClient;

namespace Gatehouse.World.Tests.Mfa;

/// <summary>What events missed is found by the sweep, once, by few calls; and whoever has no MFA is warned and loses the password in the end.</summary>
[Collection(SweepWorld.Name)]
public sealed class SweepTests(SweepWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const int Many = 1000;
    private static bool prepared;
    private readonly AwsClients aws = new(world);

    private Crowd People => new(world, aws);

    public async Task InitializeAsync()
    {
        await world.ClearFaultsAsync();
        if (!prepared)
        {
            await People.GiveEverybodyMfaAsync();
            // What the world itself has to say is said before.
            await SweepAsync();
            prepared = true;
        }
    }

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task A_sweep_over_a_thousand_people_after_a_day_of_lost_events_finds_exactly_what_is_wrong_once_and_by_few_calls()
    {
        await People.MakeAsync(Enumerable.Range(0, Many).Select(number => Address($"crowd.{number:0000}")));
        var (beside, alone, missing, fido, short_, many) = (Address("beside"), Address("alone"), Address("missing"), Address("fido"), "pair@b", Address("many"));
        foreach (var person in new[] { beside, alone, missing, fido, short_, "pair@b.uk", many })
        {
            await People.UserAsync(person);
        }

        var good = await People.DeviceAsync(beside, beside);
        await People.DeviceAsync(beside, "my-phone");
        var only = await People.DeviceAsync(alone, "tablet");
        await People.EnableFidoAsync(fido);
        await aws.Iam.CreateAccessKeyAsync(new CreateAccessKeyRequest { UserName = fido });
        var longer = await People.DeviceAsync(short_, "pair@b.uk-phone");
        await People.DeviceAsync("pair@b.uk", "pair@b.uk");
        foreach (var number in Enumerable.Range(0, 8))
        {
            await People.DeviceAsync(many, $"{many}-{number}");
        }

        await People.UserAsync("by-hand", managed: false);
        await People.DeviceAsync("by-hand", "somebodys");
        await People.NobodysDeviceAsync($"{beside}-unfinished");
        await world.AdvanceAsync("P1D");
        var (mails, slack) = ((await world.MailsAsync()).Count, (await world.SlackAsync()).Count);

        var reads = await CountedAsync(() => SweepAsync());

        (await People.DevicesAsync(beside)).ShouldBe([good]);
        (await People.DevicesAsync(alone)).ShouldBe([only]);
        (await People.DevicesAsync(short_)).ShouldBe([longer]);
        (await world.MailsAsync()).Skip(mails).Select(mail => mail.To[0]).Order().ShouldBe([alone, beside, fido, short_]);
        var text = (await world.SlackAsync()).Skip(slack).ShouldHaveSingleItem().Text;
        text.ShouldContain("*MFA*: 4 things done.");
        text.ShouldContain("by-hand has somebodys");
        text.ShouldContain($"{many} has 8 virtual devices");
        text.ShouldContain($"{beside}-unfinished begins with the name of {beside}, who may be setting it up");
        text.ShouldContain("aws iam delete-virtual-mfa-device --serial-number");
        text.ShouldNotContain("crowd.");
        // 2 for each who was looked at, and 1 for the access key of whoever has FIDO alone; and nothing for those who are only named.
        reads.ShouldBeLessThanOrEqualTo(Pages(Many + 40) + Pages(Many) + 3 + (2 * 5) + 1);

        await world.AdvanceAsync("P1D");
        (mails, slack) = ((await world.MailsAsync()).Count, (await world.SlackAsync()).Count);
        await SweepAsync();

        (await world.MailsAsync()).Count.ShouldBe(mails);
        (await world.SlackAsync()).Count.ShouldBe(slack);
        await People.DeviceAsync(missing, missing);
    }

    [Fact]
    public async Task Somebody_without_MFA_is_mailed_on_the_third_and_seventh_day_and_loses_the_password_on_the_fourteenth_with_every_run_twice_at_once()
    {
        // Twelve hours and more: the credential report that an earlier sweep made is up to four hours old.
        await world.NoonAsync();
        var (person, other) = (Address("without.mfa"), Address("without.mfa.late"));
        await People.UserAsync(person);
        await People.UserAsync(other);
        await People.MakeAsync(Enumerable.Range(0, 30).Select(number => Address($"bystander.{number:00}")));

        for (var day = 0; day <= 16; day++)
        {
            await Task.WhenAll(SweepAsync(), day is 3 or 7 or 14 ? SweepAsync() : Task.CompletedTask);
            (await SubjectsAsync(person)).ShouldBe(
                [
                    .. day >= 3 ? ["Please add MFA to your AWS user"] : Array.Empty<string>(),
                    .. day >= 7 ? [await EndsOnAsync(7 - day + 7)] : Array.Empty<string>(),
                    .. day >= 14 ? ["Your AWS password was taken away, because there is no MFA"] : Array.Empty<string>(),
                ],
                $"day {day}");
            (await People.HasPasswordAsync(person)).ShouldBe(day < 14, $"day {day}");
            if (day == 5)
            {
                await People.DeviceAsync(other, other);
            }

            await world.AdvanceAsync("P1D");
        }

        (await SubjectsAsync(other)).ShouldBe(["Please add MFA to your AWS user"]);
        (await People.HasPasswordAsync(other)).ShouldBeTrue();
        (await world.SlackAsync()).Count(message => message.Text.Contains("Console password taken away", StringComparison.Ordinal)).ShouldBe(1);
        (await world.MailsToAsync(person))[^1].Text.ShouldContain("mgmt/password-reset-emails.txt");
    }

    [Fact]
    public async Task An_hourly_run_with_nothing_due_asks_IAM_for_nothing() =>
        (await CountedAsync(() => SweepAsync("mfa-grace"))).ShouldBe(0);

    [Fact]
    public async Task A_sweep_that_IAM_does_not_answer_fails_and_says_why()
    {
        await world.FailAsync("iam", "GetAccountAuthorizationDetails", "Throttling", times: 100);

        var said = await world.SaidByAsync(async () => (await EndAsync("mfa")).ShouldBe("FAILED"));

        said.ShouldContain(message => message.Text.Contains("the sweep did not come to its end", StringComparison.Ordinal));
    }

    public void Dispose() => aws.Dispose();

    private static int Pages(int things) => (things / 1000) + 1;

    private async Task SweepAsync(string schedule = "mfa") => (await EndAsync(schedule)).ShouldBe("SUCCEEDED");

    private Task<string> EndAsync(string schedule) => world.RunScheduleAsync(schedule);

    /// <summary>How often the work reads IAM; none of the test's own calls is among them.</summary>
    private async Task<long> CountedAsync(Func<Task> work)
    {
        using var cleared = await world.Web.DeleteAsync(new Uri("api/calls", UriKind.Relative));
        await work();
        return (await world.CallsAsync()).Where(call => call.Key.StartsWith("iam:Get", StringComparison.Ordinal) || call.Key.StartsWith("iam:List", StringComparison.Ordinal) || call.Key.StartsWith("iam:Generate", StringComparison.Ordinal)).Sum(call => call.Value);
    }

    private async Task<IReadOnlyList<string>> SubjectsAsync(string person) => [.. (await world.MailsToAsync(person)).Select(mail => mail.Subject)];

    /// <summary>The subject that names the day on which the password ends, so many days from the world's today.</summary>
    private async Task<string> EndsOnAsync(int days)
    {
        var day = (await world.NowAsync()).AddDays(days);
        return string.Create(CultureInfo.InvariantCulture, $"Add MFA to your AWS user, or your password ends on {day:dddd d MMMM yyyy}");
    }
}
