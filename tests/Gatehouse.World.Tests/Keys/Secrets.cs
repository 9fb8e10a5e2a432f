using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.World.Tests.Keys;

/// <summary>Opens what the world's GitHub keeps, with libsodium itself, as GitHub does for a run: from the file that it keeps its state in.</summary>
internal static class Secrets
{
    public static async Task<IReadOnlyList<string>> OfAsync(string worldName)
    {
        var state = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(WorldFixture.Repository, "artifacts", worldName, "github", "github.json")))!;
        var store = state["Deploys"]![0]!["Stores"]!["production"]!;
        var boxes = store["Secrets"]!.AsObject().Select(secret => new { publicKey = (string)store["Pair"]!["PublicKey"]!, privateKey = (string)store["Pair"]!["PrivateKey"]!, box = (string)secret.Value!["Box"]! });
        var script = Path.Combine(WorldFixture.Repository, "src", "Gatehouse.Local", "GitHub", "Actions", "libsodium.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { open = boxes }));
        node.StandardInput.Close();
        return JsonSerializer.Deserialize<List<string>>(await node.StandardOutput.ReadToEndAsync())!;
    }
}
