using Gatehouse.Cli.Output;
using Gatehouse.Membership;
using Spectre.Console;

namespace Gatehouse.Cli.Plans;

/// <summary>Shows a dry run: who would get or lose what, what would be refused and by which arithmetic, and what would only be named.</summary>
internal sealed class PlanTable(Screen screen)
{
    /// <summary>More findings of one kind than this are counted in a terminal; a pipe gets all of them.</summary>
    private const int MostFindings = 20;

    public void Show(DryRun run)
    {
        Say($"{run.Register}{(run.Commit is { } commit ? $" at {Words.Short(commit)}" : "")}: {Summary(run)}", run.IsRefused ? Words.Warning : Words.Strong);
        foreach (var problem in run.Problems)
        {
            Say($"  {problem}", Words.Bad);
        }

        if (run.Changes.Count > 0)
        {
            Table(run.Changes);
        }

        // One reason for many people is said once, even where it names each of them.
        foreach (var reason in run.Refused.GroupBy(refusal => refusal.Why.Replace(refusal.Planned.Change.Person.Value, "<their name>", StringComparison.Ordinal)))
        {
            Say($"Would be refused ({reason.Count()}): {reason.Key}", Words.Bad);
            Table([.. reason.Select(refusal => refusal.Planned)]);
        }

        foreach (var kind in run.Findings.GroupBy(finding => finding.Kind))
        {
            Findings(kind.Key, [.. kind]);
        }

        screen.Note("This was a dry run: nothing was written.", Words.Faint);
    }

    private static string Summary(DryRun run) => (run.Problems.Count, run.RefusedWhole) switch
    {
        ( > 0, _) => $"the register cannot be read, so a run would change nothing. {Words.Many(run.Problems.Count, "problem")}:",
        (_, { } why) => why,
        _ => $"a run would make {Words.Many(run.Changes.Count, "change")}"
            + (run.Refused.Count > 0 ? $" and refuse {run.Refused.Count}" : "")
            + (run.Findings.Count > 0 ? $"; it would name {Words.Many(run.Findings.Count, "finding")}" : "") + ".",
    };

    private void Table(IReadOnlyList<PlannedChange> changes)
    {
        var table = screen.IsPlain ? screen.Table("Person", "Would", "Why") : screen.Table("Person", "Would");
        foreach (var planned in changes)
        {
            var person = planned.Change.Person.Value.AsText();
            table.AddRow(screen.IsPlain ? [person, What(planned).AsText(), Words.Why(planned.Because).AsText()] : [person, Told(planned)]);
        }

        screen.Results.Write(table);
    }

    private static string What(PlannedChange planned) => planned.Allowed is { } login ? $"{planned.Change.What}, allowed by {login} by the label" : planned.Change.What;

    private static Paragraph Told(PlannedChange planned)
    {
        var told = new Paragraph(What(planned).Printable(), planned.Change is QuarantineUser or DeleteUser ? Words.Warning : Style.Plain);
        return Words.Why(planned.Because) is { Length: > 0 } why ? told.Append($"\n{why.Printable()}", Words.Faint) : told;
    }

    private void Findings(FindingKind kind, IReadOnlyList<Finding> findings)
    {
        Say($"{FindingWords.Of(kind)} ({findings.Count}):", Words.Strong);
        var most = screen.IsPlain ? findings.Count : MostFindings;
        foreach (var finding in findings.Take(most))
        {
            Say($"  {finding.Subject}{(finding.What.Length > 0 ? $" {finding.What}" : "")}");
        }

        if (findings.Count > most)
        {
            Say($"  and {findings.Count - most} more; --json has all of them", Words.Faint);
        }
    }

    private void Say(string text, Style? style = null)
    {
        screen.Results.Write(text.AsText(style));
        screen.Results.WriteLine();
    }
}
