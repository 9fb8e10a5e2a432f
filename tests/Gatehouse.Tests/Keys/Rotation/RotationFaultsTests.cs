using Gatehouse.Keys.Rotation;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>
/// Every call of a whole rotation, in turn, is refused, loses its answer, or is where the process dies. The end is always the same: both secrets hold one
/// active key, and no old key was made inactive before that.
/// </summary>
public sealed class RotationFaultsTests
{
    /// <summary>More calls than a rotation makes.</summary>
    private const int MostCalls = 200;

    /// <summary>The calls between two writes, where the process dies between them: what the next attempt reads, the lost key's end, a fresh key.</summary>
    private const int MostBroken = 40;

    [Theory]
    [InlineData(Disturbed.Refused)]
    [InlineData(Disturbed.Unheard)]
    [InlineData(Disturbed.KilledBefore)]
    [InlineData(Disturbed.KilledAfter)]
    public async Task Whatever_call_goes_wrong_both_secrets_hold_one_active_key_at_the_end(Disturbed kind)
    {
        var calls = await CallsOfAsync(rotating => rotating.RunAsync());
        for (var at = 1; at <= calls; at++)
        {
            using var rotating = Disturbing(at, kind, out var old, out var wrong);

            (await rotating.RunAsync()).ShouldBe(0, $"{kind} at call {at}: {rotating.Disturbance.Calls[at - 1]}");

            AssertRotated(rotating, old, wrong, $"{kind} at call {at}: {rotating.Disturbance.Calls[at - 1]}");
        }
    }

    [Theory]
    [InlineData(Disturbed.KilledBefore)]
    [InlineData(Disturbed.KilledAfter)]
    public async Task A_run_that_is_stopped_between_any_two_calls_is_finished_by_the_next(Disturbed kind)
    {
        var calls = await CallsOfAsync(rotating => rotating.ReplaceOnceAsync(rotating.NextRun()));
        for (var at = 1; at <= calls; at++)
        {
            using var rotating = Disturbing(at, kind, out var old, out var wrong);
            await Record.ExceptionAsync(() => rotating.ReplaceOnceAsync(rotating.NextRun()));
            rotating.Disturbance.Dead.ShouldBeTrue();
            rotating.Disturbance.Restart();
            rotating.Clock.Now += TimeSpan.FromDays(1);

            (await rotating.RunAsync()).ShouldBe(0);

            AssertRotated(rotating, old, wrong, $"{kind} at call {at}: {rotating.Disturbance.Calls[at - 1]}");
        }
    }

    [Theory]
    [InlineData(Disturbed.Refused)]
    [InlineData(Disturbed.KilledAfter)]
    public async Task Two_calls_that_go_wrong_one_after_the_other_change_nothing_of_that(Disturbed kind)
    {
        var calls = await CallsOfAsync(rotating => rotating.ReplaceOnceAsync(rotating.NextRun()));
        for (var at = 1; at <= calls; at++)
        {
            for (var then = at + 1; then <= at + calls; then += 3)
            {
                using var rotating = Disturbing(at, kind, out var old, out var wrong, times: 2);
                await Record.ExceptionAsync(() => rotating.ReplaceOnceAsync(rotating.NextRun()));
                rotating.Disturbance.Restart();
                rotating.Disturbance.At = then;

                (await rotating.RunAsync()).ShouldBe(0);

                AssertRotated(rotating, old, wrong, $"{kind} at calls {at} and {then}");
            }
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    public async Task A_GitHub_that_is_away_for_long_after_the_first_write_still_ends_with_one_active_key_in_both_secrets(int calls)
    {
        using var rotating = Disturbing(0, default, out var old, out var wrong);
        var away = 0;
        rotating.Disturbance.Outage = call => call.StartsWith("github", StringComparison.Ordinal) && HasWritten(rotating) && away++ < calls;

        (await rotating.RunAsync()).ShouldBe(0);

        away.ShouldBeGreaterThan(calls, "GitHub came back");
        // How long the repository has no key that works is GitHub's doing here.
        AssertRotated(rotating, old, [.. wrong.Where(one => !one.Contains("no key that works for", StringComparison.Ordinal))], $"away for {calls} calls");
    }

    [Fact]
    public async Task Whatever_fails_while_the_repository_may_have_half_a_key_is_called_that()
    {
        using var rotating = Disturbing(0, default, out _, out _);
        rotating.Disturbance.Outage = call => call == "github write AWS_SECRET_ACCESS_KEY";
        var run = rotating.NextRun();
        await Should.ThrowAsync<SecretsHalfWrittenException>(() => rotating.ReplaceOnceAsync(run));

        foreach (var call in new[] { "iam GetUser", "iam ListAccessKeys", "iam GetAccessKeyLastUsed", "github see AWS_ACCESS_KEY_ID", "iam DeleteAccessKey" })
        {
            rotating.Disturbance.Outage = one => one == call;
            (await Should.ThrowAsync<SecretsHalfWrittenException>(() => rotating.ReplaceOnceAsync(run))).Message.ShouldContain("may hold halves of two keys", customMessage: call);
        }
    }

    [Theory]
    [InlineData(Disturbed.Refused)]
    [InlineData(Disturbed.Unheard)]
    [InlineData(Disturbed.KilledAfter)]
    public async Task With_two_active_keys_nothing_becomes_inactive_whatever_goes_wrong(Disturbed kind)
    {
        for (var at = 0; at <= 20; at++)
        {
            using var rotating = new Rotating();
            var (idle, used) = (rotating.WorksWithKeyOf(300), rotating.Machine.Has(100, used: 1));
            idle.LastUsed = rotating.Clock.Now.AddDays(-200);
            (rotating.Disturbance.At, rotating.Disturbance.Kind) = (at, kind);

            await rotating.RunAsync();
            rotating.Disturbance.At = 0;
            await Should.ThrowAsync<RotationRefusedException>(() => rotating.ReplaceOnceAsync(rotating.NextRun()));

            (rotating.Machine.Keys.Count, idle.Active, used.Active).ShouldBe((2, true, true), $"{kind} at call {at}");
        }
    }

    [Theory]
    [InlineData(Disturbed.Refused)]
    [InlineData(Disturbed.Unheard)]
    [InlineData(Disturbed.KilledBefore)]
    [InlineData(Disturbed.KilledAfter)]
    public async Task Whatever_goes_wrong_while_a_failed_test_is_answered_by_a_fresh_key_the_end_is_the_same(Disturbed kind)
    {
        for (var at = 1; at <= 60; at++)
        {
            using var rotating = Disturbing(0, default, out var old, out var wrong, times: 2);
            rotating.GitHub.Ends.Enqueue("failure");
            (await rotating.RunAsync()).ShouldBe(1);
            var unproved = rotating.Machine.Keys.Single(key => key != old);
            (rotating.Disturbance.At, rotating.Disturbance.Kind) = (rotating.Disturbance.Calls.Count + at, kind);

            (await rotating.RunAsync(asked: true)).ShouldBe(0, $"{kind} at call {at}");

            AssertRotated(rotating, old, wrong, $"{kind} at call {at}");
            rotating.Machine.Keys.ShouldNotContain(unproved);
        }
    }

    /// <summary>Whether the call that is being made comes after the first write.</summary>
    private static bool HasWritten(Rotating rotating) => rotating.Disturbance.Calls.SkipLast(1).Contains("github write AWS_ACCESS_KEY_ID");

    /// <summary>A repository with a key of 100 days, and what was seen to be wrong meanwhile.</summary>
    private static Rotating Disturbing(int at, Disturbed kind, out KeyInMemory old, out List<string> wrong, int times = 1)
    {
        var rotating = new Rotating();
        var (works, seen) = (rotating.WorksWithKeyOf(100), new List<string>());
        rotating.Disturbance.At = at;
        rotating.Disturbance.Kind = kind;
        var brokenFor = 0;
        rotating.Disturbance.After = call =>
        {
            // While the repository has half a key, nothing happens but the two writes, and what an attempt that was broken off needs to start over.
            brokenFor = rotating.GitHub.Works ? 0 : brokenFor + 1;
            if (brokenFor > MostBroken * times) seen.Add($"{call}: the repository has no key that works for {brokenFor} calls");
            if (!works.Active && !rotating.GitHub.Works) seen.Add($"{call}: the old key is inactive, and the secrets hold none that works");
            if (!works.Active && rotating.GitHub.Value("AWS_ACCESS_KEY_ID") == works.Id.Value) seen.Add($"{call}: the old key is inactive, and still in the secrets");
            if (!rotating.Machine.Keys.Contains(works)) seen.Add($"{call}: the old key is deleted");
        };
        (old, wrong) = (works, seen);
        return rotating;
    }

    private static async Task<int> CallsOfAsync(Func<Rotating, Task> work)
    {
        using var rotating = Disturbing(0, default, out _, out _);
        await work(rotating);
        rotating.Disturbance.Calls.Count.ShouldBeInRange(20, MostCalls);
        return rotating.Disturbance.Calls.Count;
    }

    private static void AssertRotated(Rotating rotating, KeyInMemory old, List<string> wrong, string about)
    {
        wrong.ShouldBeEmpty(about);
        rotating.GitHub.Works.ShouldBeTrue(about);
        rotating.GitHub.Value("AWS_ACCESS_KEY_ID").ShouldNotBe(old.Id.Value, about);
        rotating.Machine.Keys.Count.ShouldBe(2, about);
        rotating.Machine.Keys.Count(key => key.Active).ShouldBe(1, about);
        old.Active.ShouldBeFalse(about);
        (rotating.Logged + rotating.Remembered + string.Join('\n', rotating.Slack)).ShouldNotContain("the-secret-of-", customMessage: about);
    }
}
