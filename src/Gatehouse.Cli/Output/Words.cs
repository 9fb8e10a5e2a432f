using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Spectre.Console;

namespace Gatehouse.Cli.Output;

/// <summary>The words and colours that several commands share. Pure.</summary>
internal static partial class Words
{
    public static readonly Style Faint = new(decoration: Decoration.Dim);
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Bad = new(Color.Red);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Warning = new(Color.Yellow);

    /// <summary>Minutes of UTC: <c>2026-11-28 09:00</c>.</summary>
    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Many(int count, string one, string? several = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");

    /// <summary>How a change ended: a word and its colour.</summary>
    public static (string Word, Style Style) Ended(Outcome outcome) => outcome switch
    {
        Outcome.Applied => ("done", Good),
        Outcome.Welcomed or Outcome.Told => ("mailed", Good),
        Outcome.Seen => ("seen", Style.Plain),
        Outcome.Failed => ("failed", Bad),
        Outcome.Refused => ("refused", Warning),
        Outcome.Undeliverable => ("returned", Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No way is known to tell this outcome."),
    };

    /// <summary>Why something was done: a pull request and who merged it, a commit, or somebody's hand.</summary>
    public static string Why(Attribution because) => because switch
    {
        { By: { } by } => $"by hand, {by}",
        { PullRequest: { } number, MergedBy: { } merger } => string.Create(CultureInfo.InvariantCulture, $"#{number}, merged by {merger}"),
        { PullRequest: { } number } => string.Create(CultureInfo.InvariantCulture, $"#{number}"),
        { Commit: { } commit } => $"commit {Short(commit)}",
        _ => "",
    };

    /// <summary>A merge's run ends in its commit, 40 characters of which eight say enough.</summary>
    public static string ShortRun(string run) => LongCommit().Replace(run, match => Short(match.Value) + "…");

    public static string Short(string commit) => commit.Length > 8 ? commit[..8] : commit;

    [GeneratedRegex("[0-9a-f]{40}")]
    private static partial Regex LongCommit();
}
