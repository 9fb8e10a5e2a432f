using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers which first passwords were mailed and not yet looked at again, so that one that nobody used in time is taken away.</summary>
public sealed class UnusedPasswords(LedgerTable table)
{
    /// <summary>What an accepted welcome says under <see cref="Open"/> until somebody has looked.</summary>
    internal const string OpenFirstPassword = "first-password";

    /// <summary>Every first password that was mailed and not yet looked at again, credited to the merge that gave the access.</summary>
    public async Task<IReadOnlyList<OpenPassword>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenFirstPassword, cancellationToken)).Select(Read)];

    /// <summary>Writes that somebody has looked: it was used, or is gone.</summary>
    public Task LookedAtAsync(string welcome, CancellationToken cancellationToken) =>
        table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = Welcomes.KeyOf(welcome),
                UpdateExpression = "REMOVE #open",
                ConditionExpression = "attribute_exists(pk)",
                ExpressionAttributeNames = new() { ["#open"] = Open },
            },
            cancellationToken);

    private static OpenPassword Read(Dictionary<string, AttributeValue> item) => new(
        new UserName(item["name"].S), Welcomes.Named(item), DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture), AttributionItem.ReadFrom(item));
}
