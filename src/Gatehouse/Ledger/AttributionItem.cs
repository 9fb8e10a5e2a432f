using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>How the merge that something is credited to stands in an item of the ledger: <c>commit</c>, <c>pullRequest</c>, <c>mergedBy</c>, <c>requestedBy</c>, <c>requester</c>.</summary>
internal static class AttributionItem
{
    public const string PullRequest = "pullRequest";

    public static void WriteTo(this Attribution because, Dictionary<string, AttributeValue> item)
    {
        item["commit"] = LedgerTable.Text(because.Commit);
        item.AddIfKnown(PullRequest, because.PullRequest?.ToString(CultureInfo.InvariantCulture));
        item.AddIfKnown("mergedBy", because.MergedBy);
        item.AddIfKnown("requestedBy", because.RequestedBy);
        item.AddIfKnown("requester", because.Requester);
    }

    public static Attribution ReadFrom(Dictionary<string, AttributeValue> item) => new(
        item["commit"].S,
        item.TryGetValue(PullRequest, out var number) ? int.Parse(number.S, CultureInfo.InvariantCulture) : null,
        item.GetValueOrDefault("mergedBy")?.S,
        item.GetValueOrDefault("requestedBy")?.S,
        item.GetValueOrDefault("requester")?.S);

    public static void AddIfKnown(this Dictionary<string, AttributeValue> item, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            item[name] = LedgerTable.Text(value);
        }
    }
}
