using Gatehouse.Aws;
using Gatehouse.Keys;
using Gatehouse.Ledger;
using static Gatehouse.Tests.Keys.GivenKeys;

namespace Gatehouse.Tests.Keys;

/// <summary>What holds for any key, any rule and any pattern of runs: lives of 200 days, of a thousand keys.</summary>
public class KeyLadderPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_key_ends_without_notice_or_is_deleted_before_its_days_and_no_mail_is_sent_twice(int seed)
    {
        for (var life = 0; life < 100; life++)
        {
            var one = new Life(new Random((seed * 1000) + life));
            one.Live(days: 200);

            one.Problems.ShouldBeEmpty($"seed {seed}, life {life}: {one}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_key_of_which_nothing_may_be_due_has_nothing_due_whenever_it_was_used(int seed)
    {
        var random = new Random(seed);
        foreach (var _ in Enumerable.Range(0, 2_000))
        {
            var key = Key(random.Next(0, 200), used: -1);
            key = random.Next(3) switch { 0 => key.Warned(83, random.Next(0, 20)), 1 => key.WarnedOfDisuse(random.Next(0, 60)), _ => key };
            var rule = Rule with { UnusedDeactivateAfter = random.Next(2) * 60 };

            if (!KeyLadder.MayBeDue(key, rule, Now))
            {
                (key with { LastUsed = Ago(random.Next(0, 200)) }).Due(rule).ShouldBeNull(key.ToString());
            }
        }
    }

    [Fact]
    public void Whichever_days_runs_are_missed_every_step_comes()
    {
        foreach (var every in new[] { 1, 2, 3, 5, 10 })
        {
            var one = new Life(new Random(1)) { Rule = GivenKeys.Rule, UsedEveryDay = true, RunsEvery = every };
            one.Live(days: 200);

            one.Done.Select(done => done.Change.Words()).ShouldContain("DeactivateKey Age", $"every {every} days");
            one.Done.Select(done => done.Change.Words()).Last().ShouldBe("DeleteKey", $"every {every} days");
        }
    }

    /// <summary>One key's life under a sweep that may miss days, run twice, and fail to mail.</summary>
    private sealed class Life
    {
        private readonly Random random;
        private readonly DateTimeOffset born = Now;
        private KeyStanding? key;

        public Life(Random random)
        {
            this.random = random;
            Rule = GivenKeys.Rule with { UnusedDeactivateAfter = random.Next(2) * 60, NoticeDays = random.Next(0, 15) };
            RunsEvery = random.Next(1, 5);
            UsedEveryDay = random.Next(2) == 0;
            key = new KeyStanding(GivenKeys.Account, Jane, new AccessKey(Id, true, born.AddDays(-random.Next(0, 120))));
        }

        public KeyRule Rule { get; init; }

        public int RunsEvery { get; init; }

        public bool UsedEveryDay { get; init; }

        public List<(DateTimeOffset At, KeyChange Change)> Done { get; } = [];

        public List<string> Problems { get; } = [];

        public override string ToString() => $"{Rule}\n{string.Join('\n', Done.Select(done => $"{(done.At - born).TotalDays:0.00}: {done.Change.Words()}"))}";

        public void Live(int days)
        {
            for (var day = 0; day < days && key is not null; day++)
            {
                var now = born.AddDays(day).AddMinutes(random.Next(0, 30));
                key = key with { LastUsed = key.Key.Active && (UsedEveryDay || random.Next(40) == 0) ? now.AddHours(-1) : key.LastUsed };
                if (day % RunsEvery == 0 && random.Next(6) > 0)
                {
                    Sweep(now);
                    Sweep(now);
                }
            }
        }

        private void Sweep(DateTimeOffset now)
        {
            if (key is null || KeyLadder.Due(key, Rule, now) is not { } change || (!key.Key.Active && change is not (DeleteKey or DeactivateKey)))
            {
                return;
            }

            if (change is WarnOfAge or WarnOfDisuse && random.Next(10) == 0 && !UsedEveryDay)
            {
                // SES did not take it: nothing is written down.
                return;
            }

            Judge(change, now);
            Done.Add((now, change));
            key = Apply(key, change, now);
        }

        private void Judge(KeyChange change, DateTimeOffset now)
        {
            if (Done.Any(done => done.Change.Once == change.Once))
            {
                Problems.Add($"{change.Once} twice");
            }

            switch (change)
            {
                case DeactivateKey { Cause: KeyCause.Age }:
                    Require(Done.Any(done => done.Change is WarnOfAge && done.At.AddDays(Rule.NoticeDays).AddHours(-1) <= now), "made inactive for its age without the days of notice");
                    Require((now - key!.Key.Created).TotalDays >= Rule.DeactivateDays, "made inactive too young");
                    break;
                case DeactivateKey { Cause: KeyCause.Disuse }:
                    Require(Done.Any(done => done.Change is WarnOfDisuse or WarnOfAge { Unused: true } && done.At > key!.IdleSince && done.At.AddDays(7) <= now), "made inactive for disuse without a week of notice");
                    Require(key!.AgeAt(now) >= 14, "made inactive for disuse too young");
                    break;
                case DeleteKey:
                    Require(Done.Any(done => done.Change is DeactivateKey && done.At.AddDays(Rule.DeleteDays).AddHours(-1) <= now), "deleted without our recorded deactivation so long ago");
                    break;
                default:
                    break;
            }
        }

        private void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                Problems.Add(otherwise);
            }
        }

        private static KeyStanding? Apply(KeyStanding key, KeyChange change, DateTimeOffset now) => change switch
        {
            WarnOfAge warn => key.With(record => record with { Warned = warn.Day, FirstWarned = record.FirstWarned ?? now, WarnedOfDisuse = warn.Unused ? now : record.WarnedOfDisuse }),
            WarnOfDisuse => key.With(record => record with { WarnedOfDisuse = now }),
            DeactivateKey deactivate => key.With(record => record with { Deactivated = deactivate.At, Cause = deactivate.Cause, DeactivationTold = now }) with { Key = key.Key with { Active = false } },
            DeleteKey => null,
            _ => throw new UnknownKeyChangeException(change),
        };
    }
}
