using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Cli.History;
using Gatehouse.Cli.Keys;
using Gatehouse.Cli.Plans;

namespace Gatehouse.Cli.Output;

/// <summary>Every shape that the tool prints as JSON. Each has all of its names, null where there is nothing to say.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<HistoryEntry>))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(KeysDocument))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>Names stay readable: what is printed here is never part of a page.</summary>
    public static CliJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
