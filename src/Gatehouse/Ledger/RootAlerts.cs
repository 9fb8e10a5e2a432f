using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Root;
using Gatehouse.Runtime;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// The outbox of alerts about root users. An alert is recorded once, by its event's id, and waits until its delivery is recorded; those that wait
/// are one partition in the order of the events, read consistently, so that nobody who delivers can overlook an earlier one.
/// <list type="table">
/// <listheader><term>key</term><description>what it is</description></listheader>
/// <item><term><c>ROOT#id</c>, <c>ALERT</c></term><description>the alert, when it was made, delivered and mailed; kept as long as the audit</description></item>
/// <item><term><c>ROOT-OUTBOX</c>, <c>time#id</c></term><description>the same, while it waits</description></item>
/// </list>
/// </summary>
public sealed class RootAlerts(LedgerTable table, RootRecoveries recoveries, Settings settings, TimeProvider clock)
{
    private const string AlertSk = "ALERT";
    private const string OutboxPk = "ROOT-OUTBOX";
    private const int MostAttempts = 5;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Puts an alert into the outbox, once; and, in the same transaction, what it tells of a password's recovery.</summary>
    /// <returns>False where it was recorded before.</returns>
    public async Task<bool> RecordAsync(RootAlert alert, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<TransactWriteItem> writes =
        [
            new() { Put = new Put { TableName = table.Name, Item = Record(alert, now), ConditionExpression = "attribute_not_exists(pk)" } },
            new() { Put = new Put { TableName = table.Name, Item = Filled(OutboxKey(alert), alert, now) } },
        ];
        if (alert.OpenFor is null && recoveries.Item(alert.Event) is { } recovery)
        {
            writes.Add(new() { Put = new Put { TableName = table.Name, Item = recovery } });
        }

        try
        {
            await TransactAsync(writes, cancellationToken);
            return true;
        }
        catch (TransactionCanceledException canceled) when (Is(canceled, "ConditionalCheckFailed"))
        {
            return false;
        }
    }

    /// <summary>Everything that waits, the oldest event first.</summary>
    public async Task<IReadOnlyList<WaitingRootAlert>> WaitingAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, OutboxPk, cancellationToken)).Select(item => new WaitingRootAlert(Alert(item), DateTimeOffset.Parse(item["made"].S, CultureInfo.InvariantCulture)))];

    /// <summary>Whether an alert was recorded, and whether it still waits.</summary>
    public async Task<RootAlertState> StateAsync(string id, CancellationToken cancellationToken) =>
        await table.FindAsync(PkOf(id), AlertSk, cancellationToken) is not { } item ? RootAlertState.Unknown
        : item.ContainsKey("delivered") ? RootAlertState.Delivered
        : RootAlertState.Waiting;

    /// <summary>Writes that an alert was delivered: it waits no more.</summary>
    public Task DeliveredAsync(RootAlert alert, CancellationToken cancellationToken) => TransactAsync(
        [
            new() { Update = Stamping(alert, "delivered") },
            new() { Delete = new Delete { TableName = table.Name, Key = OutboxKey(alert) } },
        ],
        cancellationToken);

    /// <summary>Writes that an alert was mailed; it may still wait for Slack.</summary>
    public Task MailedAsync(RootAlert alert, CancellationToken cancellationToken)
    {
        var update = Stamping(alert, "mailed");
        return table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = update.TableName,
                Key = update.Key,
                UpdateExpression = update.UpdateExpression,
                ExpressionAttributeNames = update.ExpressionAttributeNames,
                ExpressionAttributeValues = update.ExpressionAttributeValues,
            },
            cancellationToken);
    }

    private static bool Is(TransactionCanceledException canceled, string code) => (canceled.CancellationReasons ?? []).Exists(reason => reason.Code == code);

    /// <summary>Two invocations that hear of one event at once write the same items: the one that comes second tries again, rather than failing after Slack has the message.</summary>
    private async Task TransactAsync(List<TransactWriteItem> writes, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await table.Dynamo.TransactWriteItemsAsync(new TransactWriteItemsRequest { TransactItems = writes }, cancellationToken);
                return;
            }
            catch (TransactionCanceledException canceled) when (attempt < MostAttempts && Is(canceled, "TransactionConflict") && !Is(canceled, "ConditionalCheckFailed"))
            {
                await Task.Delay(BetweenAttempts, clock, cancellationToken);
            }
        }
    }

    private static string PkOf(string id) => $"ROOT#{id}";

    // An event that is told twice, as itself and as still open, stands at two moments.
    private static Dictionary<string, AttributeValue> OutboxKey(RootAlert alert) => Key(OutboxPk, $"{Stamp(alert.Event.At.AddMinutes(alert.OpenFor ?? 0))}#{alert.Id}");

    private static Dictionary<string, AttributeValue> Filled(Dictionary<string, AttributeValue> item, RootAlert alert, DateTimeOffset now)
    {
        item["alert"] = Text(JsonSerializer.Serialize(alert, GatehouseJson.Default.RootAlert));
        item["made"] = Text(Stamp(now));
        return item;
    }

    private static RootAlert Alert(Dictionary<string, AttributeValue> item) => JsonSerializer.Deserialize(item["alert"].S, GatehouseJson.Default.RootAlert)!;

    private Dictionary<string, AttributeValue> Record(RootAlert alert, DateTimeOffset now)
    {
        var item = Filled(Key(PkOf(alert.Id), AlertSk), alert, now);
        item["account"] = Text(alert.Event.Account);
        item[At] = Text(Stamp(alert.Event.At));
        item[Expires] = Number(now.AddYears(settings.AuditYears).ToUnixTimeSeconds());
        return item;
    }

    private Update Stamping(RootAlert alert, string what) => new()
    {
        TableName = table.Name,
        Key = Key(PkOf(alert.Id), AlertSk),
        UpdateExpression = "SET #what = :now",
        ExpressionAttributeNames = new() { ["#what"] = what },
        ExpressionAttributeValues = new() { [":now"] = Text(Stamp(clock.GetUtcNow())) },
    };
}

/// <summary>An alert that waits.</summary>
/// <param name="Alert">What it says.</param>
/// <param name="Made">Since when.</param>
public sealed record WaitingRootAlert(RootAlert Alert, DateTimeOffset Made);

/// <summary>See <see cref="RootAlerts"/>.</summary>
public enum RootAlertState
{
    Unknown,
    Waiting,
    Delivered,
}
