using System.Text.Json.Nodes;

namespace Gatehouse.Local.Lambda;

/// <summary>A deployed function, as Lambda describes it.</summary>
public sealed record FunctionConfiguration(string Name, string Arn, string Region, string Handler, TimeSpan Timeout, int MemoryMegabytes, IReadOnlyDictionary<string, string> Environment)
{
    public static FunctionConfiguration Read(JsonNode function, string region) => new(
        (string)function["FunctionName"]!,
        (string)function["FunctionArn"]!,
        region,
        (string?)function["Handler"] ?? "bootstrap",
        TimeSpan.FromSeconds((int?)function["Timeout"] ?? 3),
        (int?)function["MemorySize"] ?? 128,
        function["Environment"]?["Variables"]?.AsObject().ToDictionary(variable => variable.Key, variable => variable.Value!.ToString()) ?? []);
}
