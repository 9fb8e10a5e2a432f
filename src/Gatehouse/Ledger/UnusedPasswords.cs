using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>Remembers which first passwords were mailed and not yet looked at again, so that one that nobody used in time is taken away.</summary>
public sealed class UnusedPasswords(LedgerTable table, Settings settings, TimeProvider clock)
{
    /// <summary>What an accepted welcome says under <see cref="Open"/> until somebody has looked.</summary>
    internal const string OpenPassword = "first-password";

    /// <summary>The change for each first password that is past its days, credited to the merge that gave the access.</summary>
    public async Task<IReadOnlyList<PlannedChange>> OverdueAsync(CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow().AddDays(-settings.FirstPasswordDays);
        var mailed = await table.QueryAsync(ByOpen, Open, OpenPassword, cancellationToken);
        return [.. mailed.Where(item => MailedAt(item) <= end).Select(item => new PlannedChange(Expiry(item), AttributionItem.ReadFrom(item)))];
    }

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

    private static ExpireFirstPassword Expiry(Dictionary<string, AttributeValue> item) => new(new UserName(item["name"].S), Welcomes.Named(item), MailedAt(item));

    private static DateTimeOffset MailedAt(Dictionary<string, AttributeValue> item) => DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture);
}
