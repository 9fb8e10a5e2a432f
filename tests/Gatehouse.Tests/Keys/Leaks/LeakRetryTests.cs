using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Slack;
using Gatehouse.Tests.Ledger;
using static Gatehouse.Tests.Keys.Leaks.Leaking;

namespace Gatehouse.Tests.Keys.Leaks;

/// <summary>Whatever breaks an attempt off, and wherever: the next one tells what is to be told, as loudly as the first would have.</summary>
public sealed class LeakRetryTests
{
    private const string OnCall = "<!subteam^S0EXAMPLE>";

    public static TheoryData<string, int> Deaths
    {
        get
        {
            var deaths = new TheoryData<string, int>();
            for (var at = 1; at <= 12; at++)
            {
                deaths.Add("write", at);
            }

            deaths.Add("effect", 1);
            deaths.Add("effect", 2);
            return deaths;
        }
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_fresh_key_is_stopped_with_its_cause_its_sessions_cut_and_all_are_told_loudly(string what, int at)
    {
        using var leaking = new Leaking();
        leaking.Accounts.Has(Key, Jane);
        await DieAsync(leaking, what, at, () => leaking.HealthAsync());

        await leaking.HealthAsync();

        await ToldAndCutAsync(leaking, slack: 1);
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task A_key_that_leaked_before_and_was_made_active_again_is_stopped_and_told_anew(string what, int at)
    {
        using var leaking = new Leaking();
        var key = leaking.Accounts.Has(Key, Jane);
        leaking.Alerts.All[4] = (SecretTypes.KeyId, Key.Value, "deploy.sh");
        await leaking.GitHubAsync(4, "first");
        key.Active = true;
        leaking.Clock.Now += TimeSpan.FromDays(2);
        leaking.Accounts.Done.Clear();
        leaking.Ledger.Writes.Clear();
        await DieAsync(leaking, what, at, () => leaking.GitHubAsync(4, "again"));

        await leaking.GitHubAsync(4, "again");

        await ToldAndCutAsync(leaking, slack: 2);
    }

    [Fact]
    public async Task While_Slack_is_down_the_people_on_call_are_not_lost()
    {
        using var leaking = new Leaking();
        leaking.Accounts.Has(Key, Jane);
        leaking.Slack.IsDown = true;
        await Should.ThrowAsync<SlackUnavailableException>(() => leaking.HealthAsync());
        leaking.Slack.IsDown = false;

        (await leaking.HealthAsync()).Changes.ShouldBe([$"{Key}#Inactive"]);

        var text = leaking.Slack.Messages.ShouldHaveSingleItem();
        text.ShouldContain(OnCall);
        text.ShouldContain("A leaked access key was made inactive");
        (await leaking.TrailAsync(Jane)).ShouldContain(entry => entry.Outcome == Outcome.Applied);
    }

    [Fact]
    public async Task Sessions_that_there_was_no_room_to_cut_are_tried_again_and_never_said_to_be_cut_before_they_are()
    {
        using var leaking = new Leaking();
        leaking.Accounts.Has(Key, Jane);
        leaking.Accounts.NoRoom = true;
        leaking.Slack.IsDown = true;
        await Should.ThrowAsync<SlackUnavailableException>(() => leaking.HealthAsync());
        leaking.Slack.IsDown = false;

        await leaking.HealthAsync();

        leaking.Slack.Messages.ShouldHaveSingleItem().ShouldContain("ITS TEMPORARY SESSIONS WERE NOT CUT");
        leaking.Accounts.NoRoom = false;
        await leaking.HealthAsync();
        await leaking.HealthAsync();
        leaking.Accounts.Done.ShouldBe([$"inactive {Key}", $"cut {Jane}", $"cut {Jane}", $"cut {Jane}"]);
        (await leaking.RecordAsync(Jane, Key))!.SessionsCut.ShouldNotBeNull();
    }

    private static async Task DieAsync(Leaking leaking, string what, int at, Func<Task> attempt)
    {
        (leaking.Ledger.DiesAtWrite, leaking.Accounts.DiesAfter) = what == "write" ? (at, 0) : (0, at);
        try
        {
            await attempt();
        }
        catch (ProcessDiedException)
        {
            // What it did so far stays.
        }

        (leaking.Ledger.DiesAtWrite, leaking.Accounts.DiesAfter) = (0, 0);
        leaking.Clock.Now += TimeSpan.FromMinutes(2);
    }

    /// <summary>A death between Slack's answer and its record tells twice rather than never, and one right after it adds a line.</summary>
    private static async Task ToldAndCutAsync(Leaking leaking, int slack)
    {
        leaking.Accounts.Keys[Key].Active.ShouldBeFalse();
        leaking.Accounts.Done.ShouldContain($"cut {Jane}");
        var record = (await leaking.RecordAsync(Jane, Key)).ShouldNotBeNull();
        (record.Cause, record.Deactivated, record.IsStopUnfinished).ShouldBe((KeyCause.Leak, record.LeakStopped, false));
        record.SessionsCut.ShouldNotBeNull();
        leaking.Slack.Messages.Count.ShouldBeInRange(slack, slack + 1);
        leaking.Slack.Messages.Count(text => text.Contains(OnCall, StringComparison.Ordinal) && text.Contains("A leaked access key was made inactive", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(slack);
        leaking.Mailer.Sent.Count(sent => sent.Address == Jane.Value).ShouldBeInRange(slack, slack + 1);
        (await leaking.TrailAsync(Jane)).ShouldContain(entry => entry.Outcome == Outcome.Applied);
    }
}
