using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers whose removal was allowed by the label on a pull request: bound to the commit at its head and to the people whom the plan named at
/// that moment. A later push has another head, and so voids it.
/// </summary>
public sealed class Approvals(LedgerTable table, Settings settings)
{
    private const string ApprovalSk = "APPROVAL";

    public async Task<Approval?> FindAsync(int pullRequest, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(pullRequest), ApprovalSk, cancellationToken) is { } item ? Read(item) : null;

    public Task RecordAsync(Approval approval, CancellationToken cancellationToken)
    {
        var item = Key(PkOf(approval.PullRequest), ApprovalSk);
        item["number"] = Number(approval.PullRequest);
        item["head"] = Text(approval.Head);
        item["by"] = Text(approval.By);
        item["people"] = new AttributeValue { L = [.. approval.People.Select(person => Text(person.Value))], IsLSet = true };
        item[At] = Text(Stamp(approval.At));
        item[Expires] = Number(approval.At.AddYears(settings.AuditYears).ToUnixTimeSeconds());
        return table.PutAsync(item, cancellationToken);
    }

    /// <summary>Takes an approval back: its label was taken off, or there was a push.</summary>
    public Task ForgetAsync(int pullRequest, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, Key(PkOf(pullRequest), ApprovalSk), cancellationToken);

    private static string PkOf(int pullRequest) => string.Create(CultureInfo.InvariantCulture, $"APPROVAL#{pullRequest}");

    private static Approval Read(Dictionary<string, AttributeValue> item) => new(
        int.Parse(item["number"].N, CultureInfo.InvariantCulture),
        item["head"].S,
        item["by"].S,
        [.. item["people"].L.Select(person => new UserName(person.S))],
        DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture));
}

/// <summary>Removals that somebody other than the author allowed.</summary>
/// <param name="PullRequest">On which pull request.</param>
/// <param name="Head">The commit at its head when the label was put on.</param>
/// <param name="By">The login of whoever put it on.</param>
/// <param name="People">Whose removal the plan named at that moment.</param>
/// <param name="At">When the label was put on.</param>
public sealed record Approval(int PullRequest, string Head, string By, IReadOnlyList<UserName> People, DateTimeOffset At);
