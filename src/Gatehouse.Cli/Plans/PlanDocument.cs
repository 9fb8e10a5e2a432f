using System.Text.Json;
using Gatehouse.Cli.Output;
using Gatehouse.Membership;

namespace Gatehouse.Cli.Plans;

/// <summary>A dry run as JSON; docs/operating.md describes each name. A name is never taken away or given another meaning.</summary>
/// <remarks>Its register is <c>owner/name</c> or a folder, and then there is no commit; what is refused whole says why nothing at all would be done.</remarks>
internal sealed record PlanDocument(
    string Register,
    string? Commit,
    string? RefusedWhole,
    IReadOnlyList<DocumentProblem> Problems,
    IReadOnlyList<DocumentChange> Changes,
    IReadOnlyList<DocumentChange> Refused,
    IReadOnlyList<DocumentFinding> Findings)
{
    public static string Write(DryRun run) => JsonSerializer.Serialize(
        new PlanDocument(
            run.Register,
            run.Commit,
            run.RefusedWhole,
            [.. run.Problems.Select(problem => new DocumentProblem(problem.Place.File, problem.Place.Line, problem.What, problem.Mend))],
            [.. run.Changes.Select(planned => DocumentChange.Of(planned))],
            [.. run.Refused.Select(refusal => DocumentChange.Of(refusal.Planned, refusal.Rule, refusal.Why))],
            [.. run.Findings.Select(finding => new DocumentFinding(finding.Kind.ToString(), finding.Subject, finding.What))]),
        CliJson.Readable.PlanDocument) + "\n";
}

/// <summary>Something in the register that cannot be read.</summary>
internal sealed record DocumentProblem(string File, int Line, string What, string Mend);

/// <summary>A change that would be made, or refused by a rule.</summary>
internal sealed record DocumentChange(string Person, string Kind, string What, int? PullRequest, string? Commit, string? AllowedBy, string? Rule, string? Why)
{
    public static DocumentChange Of(PlannedChange planned, string? rule = null, string? why = null) => new(
        planned.Change.Person.Value, planned.Change.GetType().Name, planned.Change.What, planned.Because.PullRequest, planned.Because.Commit, planned.Allowed, rule, why);
}

/// <summary>Something that would only be named.</summary>
internal sealed record DocumentFinding(string Kind, string Subject, string What);
