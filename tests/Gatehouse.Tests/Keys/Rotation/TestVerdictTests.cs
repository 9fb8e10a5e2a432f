using Gatehouse.GitHub;
using Gatehouse.Keys.Rotation;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>The table of <see cref="TestVerdict"/>, row by row; times are seconds after both secrets were written.</summary>
public sealed class TestVerdictTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int?, int, string, string> Rows => new()
    {
        { "nothing asked for, in the very second of the write", null, 0, "", "wait 1" },
        { "nothing asked for", null, 1, "", "ask" },
        { "a run of somebody else's passed since", null, 60, "30 success", "passed" },
        { "a run passed in the second of the write: it may have begun before", null, 60, "0 success", "ask" },
        { "a run is under way whose asking was not remembered", null, 60, "30 running", "adopt 30" },
        { "one failed that was asked for in an earlier run", null, 60, "30 failure", "ask" },
        { "asked for, and not there yet", 10, 12, "", "wait 5" },
        { "asked for, and under way", 10, 60, "12 running", "wait 5" },
        { "asked for, under way for a minute", 10, 70, "12 running", "wait 30" },
        { "asked for, and passed", 10, 60, "12 success", "passed" },
        { "asked for, and failed", 10, 60, "12 failure", "failed: the test workflow ended with failure: https://github.example/12" },
        { "asked for, and cancelled", 10, 60, "12 cancelled", "failed: the test workflow ended with cancelled" },
        { "asked for anew, an earlier one failed", 100, 102, "12 failure", "wait 5" },
        { "not asked for, and one has hung since an earlier asking", null, 4000, "30 running", "ask" },
        { "asked for anew beside one that hangs", 4000, 4003, "30 running", "wait 5" },
        { "asked for anew beside one that hangs, and failed", 4000, 4010, "4001 failure,30 running", "failed: the test workflow ended with failure: https://github.example/4001" },
        { "asked for anew beside one that hangs, and passed", 4000, 4010, "4001 success,30 running", "passed" },
        { "asked for, and failed, made in the very second of the asking", 10, 60, "10 failure", "failed: the test workflow ended with failure" },
        { "asked for, failed, and somebody ran it once more and it passed", 10, 60, "40 success,12 failure", "passed" },
        { "asked for, and still under way after thirty minutes", 10, 1810, "12 running", "failed: the test workflow did not come to its end within 30 minutes: https://github.example/12" },
        { "asked for, and never there", 10, 1810, "", "failed: the test workflow did not come to its end within 30 minutes, and GitHub shows no run of it" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_verdict_of(string what, int? asked, int now, string runs, string verdict)
    {
        var seen = new WorkflowRuns([.. runs.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Run)], At(now));

        Said(TestVerdict.Of(seen, Written, asked is { } at ? At(at) : null, minutes: 30)).ShouldStartWith(verdict, customMessage: what);
    }

    private static WorkflowRun Run(string text)
    {
        var (at, conclusion) = text.Split(' ') is [var second, var word] ? (int.Parse(second, System.Globalization.CultureInfo.InvariantCulture), word) : throw new FormatException(text);
        return new WorkflowRun(At(at), conclusion != "running", conclusion == "success", conclusion == "running" ? null : conclusion, $"https://github.example/{at}");
    }

    private static DateTimeOffset At(int seconds) => Written.AddSeconds(seconds);

    private static string Said(TestVerdict verdict) => verdict switch
    {
        TestVerdict.Ask => "ask",
        TestVerdict.Adopt adopt => $"adopt {(adopt.AskedAt - Written).TotalSeconds}",
        TestVerdict.Wait wait => $"wait {wait.Seconds}",
        TestVerdict.Passed => "passed",
        TestVerdict.Failed failed => $"failed: {failed.Why}",
        _ => verdict.ToString()!,
    };
}
