using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Runtime;

/// <summary>Counts in CloudWatch's embedded metric format: one JSON line on standard output, which CloudWatch Logs turns into metrics of the namespace <c>Gatehouse</c>.</summary>
public sealed class Metrics(TextWriter output, TimeProvider clock)
{
    public const string Namespace = "Gatehouse";
    public const string SignatureFailures = "SignatureFailures";
    public const string DeliveriesAccepted = "DeliveriesAccepted";
    public const string ChangesApplied = "ChangesApplied";
    public const string ChangesFailed = "ChangesFailed";
    public const string ChangesRefused = "ChangesRefused";
    public const string WelcomesSent = "WelcomesSent";
    public const string WelcomesUndeliverable = "WelcomesUndeliverable";
    public const string MfaDevicesRemoved = "MfaDevicesRemoved";
    public const string KeysWarned = "KeysWarned";
    public const string KeysDeactivated = "KeysDeactivated";
    public const string KeysDeleted = "KeysDeleted";
    public const string RootAlertsDelivered = "RootAlertsDelivered";
    public const string RootAlertsMailed = "RootAlertsMailed";
    public const string RootMailsReturned = "RootMailsReturned";
    public const string RootAlertsWaiting = "RootAlertsWaiting";
    public const string RootHeartbeats = "RootHeartbeats";
    public const string RootHeartbeatsFailed = "RootHeartbeatsFailed";

    public void Count(params ReadOnlySpan<(string Name, int Value)> counts)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var line = new Utf8JsonWriter(buffer))
        {
            Write(line, counts);
        }

        lock (output)
        {
            output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Flush();
        }
    }

    private void Write(Utf8JsonWriter line, ReadOnlySpan<(string Name, int Value)> counts)
    {
        line.WriteStartObject();
        line.WriteStartObject("_aws");
        line.WriteNumber("Timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
        line.WriteStartArray("CloudWatchMetrics");
        line.WriteStartObject();
        line.WriteString("Namespace", Namespace);
        line.WriteStartArray("Dimensions");
        line.WriteStartArray();
        line.WriteEndArray();
        line.WriteEndArray();
        line.WriteStartArray("Metrics");
        foreach (var (name, _) in counts)
        {
            line.WriteStartObject();
            line.WriteString("Name", name);
            line.WriteString("Unit", "Count");
            line.WriteEndObject();
        }

        line.WriteEndArray();
        line.WriteEndObject();
        line.WriteEndArray();
        line.WriteEndObject();
        foreach (var (name, value) in counts)
        {
            line.WriteNumber(name, value);
        }

        line.WriteEndObject();
    }
}
