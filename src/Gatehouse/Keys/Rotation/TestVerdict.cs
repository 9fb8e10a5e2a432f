using System.Globalization;
using Gatehouse.GitHub;

namespace Gatehouse.Keys.Rotation;

/// <summary>
/// Says what the runs of the test workflow prove. Any run that GitHub made in a later second than both writes used the new key, whoever asked for it, so that no
/// run's id is needed. Pure.
/// <list type="table">
/// <listheader><term>runs since both writes</term><description>verdict</description></listheader>
/// <item><term>one passed</term><description>Passed</description></item>
/// <item><term>none asked for, and GitHub's clock still shows the second of the writes</term><description>Wait</description></item>
/// <item><term>none asked for, one is under way, and not for longer than is waited (its asking was not remembered)</term><description>Adopt</description></item>
/// <item><term>none asked for</term><description>Ask</description></item>
/// <item><term>asked for longer ago than is waited</term><description>Failed: none came to its end</description></item>
/// <item><term>one that was made since the asking is under way, or none is there yet</term><description>Wait</description></item>
/// <item><term>what was made since the asking has ended, and did not pass</term><description>Failed, with its link</description></item>
/// </list>
/// </summary>
public abstract record TestVerdict
{
    private TestVerdict()
    {
    }

    public sealed record Passed(string Url) : TestVerdict;

    public sealed record Failed(string Why) : TestVerdict;

    public sealed record Ask : TestVerdict;

    /// <param name="AskedAt">When the run that is under way was made.</param>
    public sealed record Adopt(DateTimeOffset AskedAt) : TestVerdict;

    /// <param name="Seconds">How long.</param>
    public sealed record Wait(int Seconds) : TestVerdict;

    /// <param name="seen">The runs since both writes, and GitHub's clock.</param>
    /// <param name="written">When GitHub had both secrets.</param>
    /// <param name="asked">When the test was asked for; null where it was not, or where it failed in an earlier run.</param>
    /// <param name="minutes">How long is waited for a run's end.</param>
    public static TestVerdict Of(WorkflowRuns seen, DateTimeOffset written, DateTimeOffset? asked, int minutes)
    {
        var after = seen.Runs.Where(run => run.Created > written).ToList();
        if (after.Find(run => run.Passed) is { } passed)
        {
            return new Passed(passed.Url);
        }

        // One that has hung since an earlier asking must not keep a later one from being looked at.
        var since = asked ?? seen.At.AddMinutes(-minutes);
        var asking = after.FindAll(run => run.Created >= since);
        var underWay = asking.Find(run => !run.Completed);
        return asked switch
        {
            null when seen.At <= written => new Wait(1),
            null => underWay is null ? new Ask() : new Adopt(underWay.Created),
            { } at when underWay is not null || asking.Count == 0 => Unended(seen.At - at, underWay, minutes),
            _ => Ended(asking[0]),
        };
    }

    private static TestVerdict Unended(TimeSpan since, WorkflowRun? underWay, int minutes) => since >= TimeSpan.FromMinutes(minutes)
        ? new Failed(string.Create(CultureInfo.InvariantCulture, $"the test workflow did not come to its end within {minutes} minutes{(underWay is null ? ", and GitHub shows no run of it" : $": {underWay.Url}")}."))
        : new Wait(since < TimeSpan.FromMinutes(1) ? 5 : 30);

    private static Failed Ended(WorkflowRun run) => new($"the test workflow ended with {run.Conclusion ?? "no conclusion"}: {run.Url}");
}
