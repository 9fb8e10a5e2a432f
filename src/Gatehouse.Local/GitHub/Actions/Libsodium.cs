using System.Diagnostics;
using System.Text.Json;

namespace Gatehouse.Local.GitHub.Actions;

/// <summary>libsodium itself, run by Node.js: what Gatehouse seals is opened by the code that GitHub opens it with, and not by a second writing of our own.</summary>
public static class Libsodium
{
    private static readonly string Script = Path.Combine(WorldDirectories.Find().Repository, "src", "Gatehouse.Local", "GitHub", "Actions", "libsodium.mjs");

    public static async Task<IReadOnlyList<KeyPair>> MakeAsync(int pairs) => await AskAsync<List<KeyPair>>(new { make = pairs });

    public static async Task<IReadOnlyList<string>> SealAsync(params IReadOnlyList<ToSeal> texts) => await AskAsync<List<string>>(new { seal = texts });

    /// <summary>The texts in boxes; null for one that cannot be opened.</summary>
    public static async Task<IReadOnlyList<string?>> OpenAsync(params IReadOnlyList<ToOpen> boxes) => await AskAsync<List<string?>>(new { open = boxes });

    private static async Task<T> AskAsync<T>(object question)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (answer, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(await answer, JsonSerializerOptions.Web)!
            : throw new WorldException($"libsodium could not be asked: {await errors} Install it: npm ci");
    }
}

/// <summary>A key pair, in base64.</summary>
public sealed record KeyPair(string PublicKey, string PrivateKey);

/// <summary>A text to seal for a public key.</summary>
public sealed record ToSeal(string Key, string Text);

/// <summary>A box to open with the pair that it was sealed for.</summary>
public sealed record ToOpen(string PublicKey, string PrivateKey, string Box);
