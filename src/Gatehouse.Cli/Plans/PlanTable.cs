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

        Changes(run);
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

    private void Changes(DryRun run)
    {
        if (run.Changes.Count + run.Refused.Count == 0)
        {
            return;
        }

        var table = screen.IsPlain ? screen.Table("Person", "Would", "Why", "Refused") : screen.Table("Person", "Would");
        foreach (var (planned, why) in run.Changes.Select(planned => (planned, (string?)null)).Concat(run.Refused.Select(refusal => (refusal.Planned, (string?)refusal.Why))))
        {
            var person = planned.Change.Person.Value.AsText();
            table.AddRow(screen.IsPlain
                ? [person, planned.Change.What.AsText(), Words.Why(planned.Because).AsText(), (why ?? "").AsText()]
                : [person, Told(planned, why)]);
        }

        screen.Results.Write(table);
    }

    private static Paragraph Told(PlannedChange planned, string? refused)
    {
        var told = new Paragraph(planned.Change.What.Printable(), planned.Change is QuarantineUser or DeleteUser ? Words.Warning : Style.Plain);
        if (planned.Allowed is { } login)
        {
            told.Append($"\nallowed by {login.Printable()}, by the label");
        }

        if (refused is not null)
        {
            told.Append($"\n{refused.Printable()}", Words.Bad);
        }

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
