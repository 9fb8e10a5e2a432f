using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;

namespace Gatehouse.Ledger;

/// <summary>How the reason of a change stands in an item of the ledger: <c>commit</c>, <c>pullRequest</c>, <c>mergedBy</c>, <c>requestedBy</c>, <c>requester</c>; <c>by</c> alone for what was done by hand.</summary>
internal static class AttributionItem
{
    public const string PullRequest = "pullRequest";

    public static void WriteTo(this Attribution because, Dictionary<string, AttributeValue> item)
    {
        item.AddIfKnown("commit", because.Commit);
        item.AddIfKnown(PullRequest, because.PullRequest?.ToString(CultureInfo.InvariantCulture));
        item.AddIfKnown("mergedBy", because.MergedBy);
        item.AddIfKnown("requestedBy", because.RequestedBy);
        item.AddIfKnown("requester", because.Requester);
        item.AddIfKnown("by", because.By);
    }

    public static Attribution ReadFrom(Dictionary<string, AttributeValue> item) => new(
        item.GetValueOrDefault("commit")?.S,
        item.TryGetValue(PullRequest, out var number) ? int.Parse(number.S, CultureInfo.InvariantCulture) : null,
        item.GetValueOrDefault("mergedBy")?.S,
        item.GetValueOrDefault("requestedBy")?.S,
        item.GetValueOrDefault("requester")?.S)
    {
        By = item.GetValueOrDefault("by")?.S,
    };

    public static void AddIfKnown(this Dictionary<string, AttributeValue> item, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            item[name] = LedgerTable.Text(value);
        }
    }
}
