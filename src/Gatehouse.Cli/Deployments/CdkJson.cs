using System.Text.Json;

namespace Gatehouse.Cli.Deployments;

/// <summary>The settings of a deployment as its checkout has them: <c>cdk.json</c>, context <c>gatehouse</c>.</summary>
internal sealed class CdkJson
{
    private const string FileName = "cdk.json";
    private readonly JsonElement settings;

    private CdkJson(string path, JsonElement settings) => (Path, this.settings) = (path, settings);

    public string Path { get; }

    /// <summary>The deployment that it describes.</summary>
    public string Name => Find("name") ?? DeploymentKnowledge.UsualName;

    /// <summary>Reads the nearest one, from a folder upwards; null where there is none, or none of Gatehouse's.</summary>
    /// <exception cref="DeploymentUnknownException">It is no JSON.</exception>
    public static CdkJson? Nearest(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            var path = System.IO.Path.Combine(here.FullName, FileName);
            if (File.Exists(path) && Read(path) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A setting as a deployment hands it to its functions: a list joined by spaces, a flag as <c>on</c> or <c>off</c>.</summary>
    public string? Find(string key) => settings.TryGetProperty(key, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "on",
            JsonValueKind.False => "off",
            JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(item => item.ToString())),
            _ => throw new DeploymentUnknownException($"{Path}: \"{key}\" is neither text, a number, true, false nor a list. Correct it, as README.md describes the settings."),
        }
        : null;

    private static CdkJson? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object
                && context.TryGetProperty("gatehouse", out var settings) && settings.ValueKind == JsonValueKind.Object
                ? new CdkJson(path, settings.Clone())
                : null;
        }
        catch (JsonException broken)
        {
            throw new DeploymentUnknownException($"{path} is not JSON (line {broken.LineNumber + 1}). Correct it, or run the command in another folder.");
        }
    }
}
