using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// What is known of each welcome: of each mail that brings a person a password, whichever its kind. It is owed before anything is done, so that no
/// interruption can forget it, and claimed (<see cref="WelcomeClaims"/>) before a password is set, so that one attempt is one mail.
/// <list type="table">
/// <listheader><term>state</term><description>meaning</description></listheader>
/// <item><term>Owed</term><description>promised; nothing was sent</description></item>
/// <item><term>Sending</term><description>claimed; until something else is written it is unknown whether SES accepted</description></item>
/// <item><term>NotSent</term><description>IAM or SES said no: nothing was mailed in that attempt</description></item>
/// <item><term>Accepted</term><description>SES accepted: never sent again</description></item>
/// <item><term>Undeliverable</term><description>rejected for good or returned: only a new request brings another</description></item>
/// </list>
/// Owed, Sending and NotSent are open: the next run takes them up, unless the user turns out to be one that we did not make. An accepted one leaves a password to look after, see <see cref="UnusedPasswords"/>.
/// </summary>
public sealed class Welcomes(LedgerTable table, TimeProvider clock)
{
    private const string WelcomeSk = "WELCOME";
    private const string OpenWelcome = "welcome";

    /// <summary>Promises a welcome; one that is known already stays as it is.</summary>
    public Task OweAsync(RunId run, PlannedChange planned, string welcome, CancellationToken cancellationToken)
    {
        var item = Key(WelcomePk(welcome), WelcomeSk);
        item["name"] = Text(planned.Change.Person.Value);
        item["kind"] = Text(planned.WelcomeKind.ToString());
        item["state"] = Text(nameof(WelcomeState.Owed));
        item["attempt"] = Number(0);
        item["run"] = Text(run.Name);
        item[At] = Text(Stamp(clock.GetUtcNow()));
        item[Open] = Text(OpenWelcome);
        planned.Because.WriteTo(item);
        return table.PutOnceAsync(item, cancellationToken);
    }

    /// <summary>Every welcome that is still open, oldest first.</summary>
    public async Task<IReadOnlyList<OwedWelcome>> OwedAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenWelcome, cancellationToken)).Select(item => new OwedWelcome(new UserName(item["name"].S), Named(item), KindOf(item)))];

    public async Task<KnownWelcome?> FindAsync(string welcome, CancellationToken cancellationToken) =>
        await table.FindAsync(WelcomePk(welcome), WelcomeSk, cancellationToken) is { } item
            ? new KnownWelcome(
                new UserName(item["name"].S),
                KindOf(item),
                Enum.Parse<WelcomeState>(item["state"].S),
                item["run"].S,
                AttributionItem.ReadFrom(item),
                item.GetValueOrDefault("messageId")?.S,
                DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture))
            : null;

    /// <summary>Closes a welcome that can never arrive, and whose password was taken away; only a new request brings another.</summary>
    public Task UndeliverableAsync(string welcome, CancellationToken cancellationToken) =>
        table.Dynamo.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = table.Name,
                Key = KeyOf(welcome),
                UpdateExpression = "SET #state = :undeliverable, #open = :gone, #gone = if_not_exists(#gone, :now)",
                ConditionExpression = "attribute_exists(pk)",
                ExpressionAttributeNames = new() { ["#state"] = "state", ["#open"] = Open, ["#gone"] = UnusedPasswords.GoneAt },
                ExpressionAttributeValues = new()
                {
                    [":undeliverable"] = Text(nameof(WelcomeState.Undeliverable)),
                    [":gone"] = Text(UnusedPasswords.OpenGone),
                    [":now"] = Text(Stamp(clock.GetUtcNow())),
                },
            },
            cancellationToken);

    /// <summary>Takes back a promise that is still open, because the user is not one that we made; one that was kept or closed stays as it is.</summary>
    public async Task WithdrawAsync(string welcome, CancellationToken cancellationToken)
    {
        try
        {
            await table.Dynamo.DeleteItemAsync(
                new DeleteItemRequest
                {
                    TableName = table.Name,
                    Key = KeyOf(welcome),
                    ConditionExpression = "#open = :welcome",
                    ExpressionAttributeNames = new() { ["#open"] = Open },
                    ExpressionAttributeValues = new() { [":welcome"] = Text(OpenWelcome) },
                },
                cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            // There is none, or it is closed: as wanted.
        }
    }

    /// <summary>Which welcome an item is about.</summary>
    internal static string Named(Dictionary<string, AttributeValue> item) => item[Pk].S[WelcomePk("").Length..];

    /// <summary>The kind of an item's mail; one that was promised before there were kinds is of the first.</summary>
    internal static WelcomeKind KindOf(Dictionary<string, AttributeValue> item) => item.TryGetValue("kind", out var kind) ? Enum.Parse<WelcomeKind>(kind.S) : WelcomeKind.First;

    internal static Dictionary<string, AttributeValue> KeyOf(string welcome) => Key(WelcomePk(welcome), WelcomeSk);

    private static string WelcomePk(string welcome) => $"WELCOME#{welcome}";
}
