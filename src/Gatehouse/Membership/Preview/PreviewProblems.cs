using Gatehouse.GitHub;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using static Gatehouse.Membership.Preview.PreviewHeadline;
using static Gatehouse.Membership.Report.Markdown;

namespace Gatehouse.Membership.Preview;

/// <summary>Writes what is said on a pull request that has no plan. Pure.</summary>
public static class PreviewProblems
{
    /// <summary>More problems than this are counted in the comment; each of them may quote the register.</summary>
    private const int MostProblems = 80, LongestProblem = 600;

    /// <summary>More than this are not put beside their lines: each batch of fifty is a call.</summary>
    private const int MostAnnotations = 250;

    private const string Nothing = "Nothing has been done.";

    public static PreviewReport Unreadable(IReadOnlyList<RegisterProblem> problems)
    {
        var title = $"The register could not be read: {Counted(problems.Count, "problem")}";
        return new(false, title, $"{Head(title)}{Nothing} Merged as it is, nobody's access would change until this is mended.\n\n{Listed(problems)}")
        {
            Annotations = Annotations(problems),
        };
    }

    /// <summary>The problems as a list.</summary>
    internal static string Listed(IReadOnlyList<RegisterProblem> problems)
    {
        var listed = problems.Take(MostProblems).Select(problem => $"- {Code(Cut(problem.Place.ToString()))} {Lines(Cut($"{problem.What} {problem.Mend}").ReplaceLineEndings(" "))}");
        return $"{string.Join('\n', listed)}{(problems.Count > MostProblems ? $"\n- and {problems.Count - MostProblems} more" : "")}";
    }

    /// <summary>The problems, each beside its line.</summary>
    internal static IReadOnlyList<CheckAnnotation> Annotations(IReadOnlyList<RegisterProblem> problems) =>
        problems.Count == 0 ? [] : [.. problems.Take(MostAnnotations).Select(problem => new CheckAnnotation(problem.Place.File, problem.Place.Line, problem.What, $"{problem.What} {problem.Mend}"))];

    /// <param name="why">The guard's arithmetic, beginning with <c>refused:</c>.</param>
    public static PreviewReport Refused(string why) =>
        new(false, "Refused: the whole plan", $"{Head("Refused: the whole plan")}{Lines(why)}\n\n{Nothing} Merged as it is, nobody's access would change until this is mended; no label helps.");

    public static PreviewReport Conflicting(PullRequest pull) =>
        new(false, "Conflicts: no plan can be made", $"{Head("Conflicts: no plan can be made")}This pull request conflicts with {Code(pull.BaseRef)}, so what merging it would do cannot be told. Resolve the conflicts and push; the plan follows by itself.\n\n{Nothing}");

    public static PreviewReport Elsewhere(PullRequest pull, string branch) =>
        new(true, "Merging this changes nobody's access", $"### ✅ Gatehouse plan: merging this changes nobody's access\n\nIt goes into {Code(pull.BaseRef)} now, and access is given from {Code(branch)} alone. {Nothing}");

    /// <param name="why">What ended the making of the plan; null where it is not to be shown.</param>
    /// <param name="run">The run's name, for whoever may read its history.</param>
    public static PreviewReport Failed(string? why, string run) =>
        new(
            false,
            "The plan could not be made",
            $"{Head("The plan could not be made")}What merging this would do is not known, so do not merge it yet. {Nothing}\n\n{(why is null ? "" : $"{Lines(Cut(why))}\n\n")}"
            + $"To have it made again, push, or close and reopen this pull request, or redeliver the webhook. If it fails again, ask whoever operates Gatehouse to look at the run {Code(run)}.");

    private static string Head(string title) => $"### ⛔ Gatehouse plan: {char.ToLowerInvariant(title[0])}{title[1..]}\n\n";

    private static string Cut(string text) => Excerpt.Of(text, LongestProblem, whole: "");
}
