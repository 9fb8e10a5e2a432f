using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Gatehouse.Register;
using static Gatehouse.Ledger.LedgerTable;

namespace Gatehouse.Ledger;

/// <summary>
/// Remembers the MFA devices that were added without MFA beside another, and which of them somebody who had MFA has proved since. One that is added
/// again under its name is another.
/// </summary>
public sealed class UnprovedDevices(LedgerTable table)
{
    private const string OpenUnproved = "mfa-unproved";
    private const string UnprovedSk = "DEVICE#";

    /// <summary>What is known of one person's devices.</summary>
    public async Task<IReadOnlyList<UnprovedDevice>> OfAsync(UserName person, CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(null, Pk, PkOf(person), cancellationToken)).Select(Read)];

    /// <summary>Everybody who has a device that is not proved.</summary>
    public async Task<IReadOnlyList<UserName>> OpenAsync(CancellationToken cancellationToken) =>
        [.. (await table.QueryAsync(ByOpen, Open, OpenUnproved, cancellationToken)).Select(item => new UserName(item["name"].S)).Distinct().Order()];

    /// <summary>Writes that a device is not proved; what is known of it stays.</summary>
    public Task MarkAsync(UserName person, string serial, DateTimeOffset enabled, CancellationToken cancellationToken)
    {
        var item = KeyOf(person, serial, enabled);
        item["name"] = Text(person.Value);
        item["serial"] = Text(serial);
        item[At] = Text(Stamp(enabled));
        item[Open] = Text(OpenUnproved);
        return table.PutOnceAsync(item, cancellationToken);
    }

    /// <summary>Writes that a device is proved: an event that comes late does not undo it.</summary>
    public Task ProveAsync(UserName person, UnprovedDevice device, CancellationToken cancellationToken) => table.Dynamo.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = table.Name,
            Key = KeyOf(person, device.Serial, device.Enabled),
            UpdateExpression = "REMOVE #open",
            ConditionExpression = "attribute_exists(pk)",
            ExpressionAttributeNames = new() { ["#open"] = Open },
        },
        cancellationToken);

    /// <summary>Forgets a device that is gone.</summary>
    public Task ForgetAsync(UserName person, UnprovedDevice device, CancellationToken cancellationToken) =>
        table.Dynamo.DeleteItemAsync(table.Name, KeyOf(person, device.Serial, device.Enabled), cancellationToken);

    private static Dictionary<string, AttributeValue> KeyOf(UserName person, string serial, DateTimeOffset enabled) => Key(PkOf(person), $"{UnprovedSk}{serial}#{Stamp(enabled)}");

    private static string PkOf(UserName person) => $"MFA-UNPROVED#{person.Value.ToLowerInvariant()}";

    private static UnprovedDevice Read(Dictionary<string, AttributeValue> item) =>
        new(item["serial"].S, DateTimeOffset.Parse(item[At].S, CultureInfo.InvariantCulture), Proved: !item.ContainsKey(Open));
}

/// <summary>A device that was added without MFA beside another.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="Enabled">Since when the person has it.</param>
/// <param name="Proved">Whether the person did something with MFA since.</param>
public sealed record UnprovedDevice(string Serial, DateTimeOffset Enabled, bool Proved);
