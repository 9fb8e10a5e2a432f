namespace Gatehouse.Local.Events;

/// <summary>An event bus: whose, where, and what it is called.</summary>
public sealed record BusAddress(string Account, string Region, string Name)
{
    public const string Default = "default";

    public string Arn => $"arn:aws:events:{Region}:{Account}:event-bus/{Name}";

    /// <summary>Of an ARN, or of a name for who says it where.</summary>
    public static BusAddress Of(string reference, string account, string region) =>
        reference.Split(':') is [_, _, "events", var where, var whose, var bus] ? new(whose, where, bus["event-bus/".Length..]) : new(account, region, reference);

    public override string ToString() => Arn;
}
