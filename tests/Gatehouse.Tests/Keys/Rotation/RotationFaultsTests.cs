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
