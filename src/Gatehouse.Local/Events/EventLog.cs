using System.Text.Json.Nodes;

namespace Gatehouse.Local.Events;

/// <summary>An event that was put, in words, and where it went: <c>gatehouse-root-events</c>, or why it went nowhere.</summary>
/// <param name="At">When it was put.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Region">Where it was put.</param>
/// <param name="Source">Such as <c>aws.signin</c>.</param>
/// <param name="Text">Who did what: <c>root of 123456789012: PasswordRecoveryRequested</c>.</param>
/// <param name="Ways">Each bus, queue, function or machine that it reached, in order; or what stopped it.</param>
public sealed record EventEntry(DateTimeOffset At, string Account, string Region, string Source, string Text, IReadOnlyList<string> Ways)
{
    public static EventEntry Of(JsonObject occurred, DateTimeOffset at, IReadOnlyList<string> ways)
    {
        var account = (string)occurred["account"]!;
        return new(at, account, (string)occurred["region"]!, (string)occurred["source"]!, Said(occurred["detail"] as JsonObject, account, (string)occurred["detail-type"]!), ways);
    }

    private static string Said(JsonObject? detail, string account, string detailType)
    {
        if ((string?)detail?["eventName"] is not { } name) return detailType;

        var identity = detail["userIdentity"] as JsonObject;
        var who = Named(identity, "type") == "Root" ? $"root of {account}" : Named(identity, "userName") ?? Named(identity, "arn")?.Split('/').Last() ?? "somebody";
        var asked = detail["requestParameters"] as JsonObject;
        var about = Named(asked, "virtualMFADeviceName") ?? Named(asked, "serialNumber")?.Split('/').Last() ?? Named(asked, "accessKeyId");
        var refused = Named(detail, "errorCode") is { } error ? $" ({error})" : "";
        return $"{who}: {name}{(about is null ? "" : $" {about}")}{refused}";
    }

    private static string? Named(JsonObject? holder, string name) => holder?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>The last events that were put, newest first.</summary>
public sealed class EventLog
{
    private const int MostKept = 1000;
    private readonly Lock gate = new();
    private readonly LinkedList<EventEntry> entries = [];

    public IReadOnlyList<EventEntry> All
    {
        get
        {
            lock (gate) return [.. entries];
        }
    }

    public void Add(EventEntry entry)
    {
        lock (gate)
        {
            entries.AddFirst(entry);
            if (entries.Count > MostKept) entries.RemoveLast();
        }
    }
}
