using System.Diagnostics;

namespace Gatehouse.World.Tests.Mfa;

/// <summary>What else people do with devices, what CloudTrail tells of others, and what may go wrong.</summary>
[Collection(WatchWorld.Name)]
public sealed class DeviceEventTests(WatchWorldFixture world) : IAsyncLifetime, IDisposable
{
    private const string Removed = "One of your MFA devices was removed";

    private readonly DeviceWorld devices = new(world);

    public async Task InitializeAsync()
    {
        await world.ClearFaultsAsync();
        await devices.EmptyAsync();
    }

    public Task DisposeAsync() => world.ClearFaultsAsync();

    public void Dispose() => devices.Dispose();

    [Fact]
    public async Task Whoever_begins_alike_never_loses_a_device_to_the_other()
    {
        var (shorter, longer) = (await devices.UserAsync("ann@pair.gov"), await devices.UserAsync("ann@pair.gov.uk"));
        await devices.GiveAsync(shorter, shorter);
        var theirs = await devices.GiveAsync(longer, $"{longer}-phone");
        var squatted = await devices.MakeAsync($"{longer}-tablet");

        await devices.HearAsync(2, devices.Created(longer, $"{longer}-phone"), devices.Enabled(longer, theirs), devices.Created(shorter, $"{longer}-tablet"));

        (await devices.DevicesAsync(longer)).ShouldBe([theirs]);
        (await devices.DevicesAsync(shorter)).ShouldBe([DeviceWorld.Serial(shorter)]);
        (await devices.ExistsAsync(squatted)).ShouldBeFalse("it would keep a name from the other");
        (await devices.SubjectsToAsync(longer)).ShouldBeEmpty();
        (await devices.SubjectsToAsync(shorter)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_device_under_the_longer_name_that_the_shorter_one_has_goes_and_the_longer_ones_stay()
    {
        var (shorter, longer) = (await devices.UserAsync("bob@pair.gov"), await devices.UserAsync("bob@pair.gov.uk"));
        await devices.GiveAsync(shorter, shorter);
        await devices.GiveAsync(longer, longer);
        var taken = await devices.GiveAsync(shorter, $"{longer}-phone");

        await devices.HearAsync(1, devices.Enabled(shorter, taken));

        (await devices.DevicesAsync(shorter)).ShouldBe([DeviceWorld.Serial(shorter)]);
        (await devices.DevicesAsync(longer)).ShouldBe([DeviceWorld.Serial(longer)]);
    }

    [Fact]
    public async Task Whoever_is_refused_gets_the_name_once_a_day_with_the_request_or_without()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("refused"));

        await devices.HearAsync(2, devices.Created(person, "", "AccessDenied", withRequest: false), devices.Created(person, "phone", "AccessDenied"));
        await devices.HearAsync(1, devices.Created(person, person, "AccessDenied"));

        (await world.MailsToAsync(person)).ShouldHaveSingleItem().Text.ShouldContain($"Use exactly this name: {person}");
    }

    [Fact]
    public async Task An_attempt_that_was_broken_off_no_longer_keeps_its_name()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("broken-off"));
        await devices.MakeAsync(person);

        await devices.HearAsync(2, await devices.TakenAsync(person, person, minutes: 15));

        (await devices.ExistsAsync(DeviceWorld.Serial(person))).ShouldBeFalse();
        (await devices.SubjectsToAsync(person)).ShouldBe(["Try again: the name of your MFA device is free now"]);
    }

    [Fact]
    public async Task A_device_that_was_added_without_MFA_beside_another_takes_no_place_and_both_the_person_and_the_channel_are_asked_once()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("unproved"));
        var real = await devices.GiveAsync(person, "unproved-phone");
        await world.AdvanceAsync("PT1H");
        var second = await devices.GiveAsync(person, $"{person}-2");

        await devices.HearAsync(2, devices.Enabled(person, second, mfa: false));

        (await devices.DevicesAsync(person)).ShouldBe(new[] { real, second }.Order(StringComparer.Ordinal));
        (await devices.SubjectsToAsync(person)).ShouldBe(["Was it you? An MFA device was added to your AWS user"]);
        (await devices.SlackAboutAsync(person)).ShouldHaveSingleItem().ShouldContain("added without MFA although they had another");
    }

    [Fact]
    public async Task Somebody_who_is_gone_and_somebody_who_is_not_ours_are_left_alone_and_the_second_is_reported_once()
    {
        var boss = await devices.UserAsync(DeviceWorld.Address("boss"), managed: false);
        var wrong = await devices.GiveAsync(boss, "boss-phone");
        await devices.MakeAsync("boss-tablet");
        await devices.GiveAsync(boss, boss);

        await devices.HearAsync(2, devices.Enabled(boss, wrong), devices.Created(boss, "boss-tablet"), devices.Created(boss, "x", "AccessDenied"), devices.Enabled(DeviceWorld.Address("nobody"), wrong));

        (await devices.DevicesAsync(boss)).Count.ShouldBe(2);
        (await devices.ExistsAsync(DeviceWorld.Serial("boss-tablet"))).ShouldBeTrue();
        (await devices.SubjectsToAsync(boss)).ShouldBeEmpty();
        (await devices.SlackAboutAsync(boss)).Count.ShouldBe(2, "once for each device");
        (await devices.SlackAboutAsync(boss)).ShouldAllBe(text => text.Contains("Reported only", StringComparison.Ordinal));
        (await devices.TrailAsync(DeviceWorld.Address("nobody"))).ShouldBeEmpty();
        (await world.QueueAsync(DeviceWorld.Queue)).Unheard.ShouldBe(0);
    }

    [Fact]
    public async Task A_compliant_device_leaves_its_lines_in_the_trail_once_and_costs_two_reads()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("compliant"));
        var serial = await devices.GiveAsync(person, person);
        await devices.ClearCallsAsync();

        await devices.HearAsync(3, devices.Enabled(person, serial));

        var calls = await world.CallsAsync();
        calls.Where(call => call.Key.StartsWith("iam:", StringComparison.Ordinal)).ToDictionary(call => call.Key, call => call.Value)
            .ShouldBe(new Dictionary<string, long> { ["iam:GetUser"] = 1, ["iam:ListMFADevices"] = 1 }, ignoreOrder: true);
        (await devices.TrailAsync(person)).ShouldBe([$"Seen EnableMFADevice of {serial}"]);
    }

    [Fact]
    public async Task The_trail_tells_what_they_did_and_what_was_done()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("trail"));
        await devices.GiveAsync(person, person);
        var wrong = await devices.GiveAsync(person, "trail-phone");

        await devices.HearAsync(1, devices.Enabled(person, wrong));

        (await devices.TrailAsync(person)).ShouldBe([$"Seen EnableMFADevice of {wrong}", $"Applied remove the MFA device {wrong}, which has a wrong name; another remains"], ignoreOrder: true);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "iam", "GetUser", "AccessDenied" },
        { "iam", "ListMFADevices", "AccessDenied" },
        { "iam", "DeactivateMFADevice", "AccessDenied" },
        { "iam", "DeleteVirtualMFADevice", "AccessDenied" },
        { "iam", "DeleteVirtualMFADevice", "DeleteConflict" },
        { "ses", "SendEmail", "TooManyRequestsException" },
        { "dynamodb", "PutItem", "AccessDeniedException" },
        { "dynamodb", "UpdateItem", "AccessDeniedException" },
        { "dynamodb", "Query", "AccessDeniedException" },
        { "dynamodb", "GetItem", "AccessDeniedException" },
        { "dynamodb", "DeleteItem", "AccessDeniedException" },
        { "iam", "ListMFADevices", "Throttling" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_call_that_fails_once_is_made_when_the_event_comes_again(string service, string action, string code)
    {
        var person = await devices.UserAsync($"{action}.{code}@fault.gov.uk".ToLowerInvariant());
        await devices.GiveAsync(person, person);
        var wrong = await devices.GiveAsync(person, $"phone-{service}-{action}-{code}");
        await world.FailAsync(service, action, code);

        await devices.HearAsync(1, devices.Enabled(person, wrong));
        await devices.AgainAsync();
        (await world.WaitingFaultsAsync()).ShouldBeEmpty();

        (await devices.DevicesAsync(person)).ShouldBe([DeviceWorld.Serial(person)]);
        (await devices.ExistsAsync(wrong)).ShouldBeFalse();
        (await devices.SubjectsToAsync(person)).ShouldBe([Removed]);
    }

    [Theory]
    [InlineData("iam", "DeactivateMFADevice", true)]
    [InlineData("iam", "DeleteVirtualMFADevice", true)]
    [InlineData("iam", "DeleteVirtualMFADevice", false)]
    [InlineData("ses", "SendEmail", false)]
    public async Task A_process_that_is_killed_is_taken_up_where_it_was(string service, string action, bool after)
    {
        var person = await devices.UserAsync($"{action}.{after}@killed.gov.uk".ToLowerInvariant());
        await devices.GiveAsync(person, person);
        var wrong = await devices.GiveAsync(person, $"phone-killed-{action}-{after}");
        await world.KillAtAsync(service, action, after);

        await devices.HearAsync(1, devices.Enabled(person, wrong));
        await devices.AgainAsync();
        (await world.WaitingFaultsAsync()).ShouldBeEmpty();

        (await devices.DevicesAsync(person)).ShouldBe([DeviceWorld.Serial(person)]);
        (await devices.ExistsAsync(wrong)).ShouldBeFalse();
        (await devices.SubjectsToAsync(person)).ShouldBe([Removed]);
    }

    [Fact]
    public async Task While_Slack_is_down_nobody_is_mailed_twice_and_the_channel_hears_it_afterwards()
    {
        var person = await devices.UserAsync(DeviceWorld.Address("slack-down"));
        var wrong = await devices.GiveAsync(person, "slack-down-phone");
        var returning = (await world.QueueAsync(DeviceWorld.Queue)).Returning;
        await world.FailAsync("slack", "PostMessage", "service_unavailable");

        await devices.HearAsync(1, devices.Enabled(person, wrong));
        (await devices.SlackAboutAsync(person)).ShouldBeEmpty();
        (await world.QueueAsync(DeviceWorld.Queue)).Returning.ShouldBe(returning, "the event is done, and keeps no other back");
        await world.AdvanceAsync("PT2M");
        await devices.HearAsync(2, devices.Deactivated(person, "arn:aws:iam::111122223333:mfa/long-gone"));

        (await devices.SubjectsToAsync(person)).Count.ShouldBe(1);
        (await devices.SlackAboutAsync(person)).Count.ShouldBe(1);
    }

    [Fact]
    public Task A_burst_of_events_is_all_done_with_few_calls_and_few_functions() => BurstAsync(100);

    [Fact]
    [Trait("Size", "Long")]
    public Task A_burst_of_500_events_is_all_done_with_few_calls_and_few_functions_within_two_minutes() => BurstAsync(500);

    private async Task BurstAsync(int size)
    {
        var wrong = size / 10;
        var people = Enumerable.Range(0, size).Select(number => DeviceWorld.Address($"burst.{size}.{number:D3}")).ToList();
        var serials = new Dictionary<string, string>();
        foreach (var person in people)
        {
            await devices.UserAsync(person);
            serials[person] = await devices.GiveAsync(person, person);
        }

        foreach (var person in people.Take(wrong))
        {
            serials[person] = await devices.GiveAsync(person, $"phone-{person}");
        }

        await devices.ClearCallsAsync();
        var watch = Stopwatch.StartNew();

        await devices.BurstAsync(people.Select(person => devices.Enabled(person, serials[person])));
        var most = 0;
        await WorldViews.EventuallyAsync(
            "all are done",
            async () =>
            {
                var queue = await world.QueueAsync(DeviceWorld.Queue);
                most = Math.Max(most, queue.Delivering);
                return queue is { Waiting: 0, Delivering: 0 } ? queue : null;
            },
            seconds: 180);

        var calls = (await world.CallsAsync()).Where(call => call.Key.StartsWith("iam:", StringComparison.Ordinal)).ToDictionary(call => call.Key, call => call.Value);
        calls.ShouldBe(new Dictionary<string, long> { ["iam:GetUser"] = size, ["iam:ListMFADevices"] = size + wrong, ["iam:DeactivateMFADevice"] = wrong, ["iam:DeleteVirtualMFADevice"] = wrong }, ignoreOrder: true);
        most.ShouldBeLessThanOrEqualTo(6, "five batches are worked on at once; one look is counted with them");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(120));
        (await world.MailsAsync()).Count(mail => mail.To[0].StartsWith($"burst.{size}.", StringComparison.Ordinal)).ShouldBe(wrong);
        foreach (var person in people.Take(wrong))
        {
            (await devices.DevicesAsync(person)).ShouldBe([DeviceWorld.Serial(person)]);
        }
    }
}
