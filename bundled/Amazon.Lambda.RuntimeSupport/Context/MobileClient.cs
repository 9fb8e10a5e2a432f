using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class MobileClient : IClientContext, IClientApplication
{
    public IDictionary<string, string> Environment { get; private init; }

    public IClientApplication Client => this;

    public IDictionary<string, string> Custom { get; private init; }

    public string AppPackageName { get; private init; }

    public string AppTitle { get; private init; }

    public string AppVersionCode { get; private init; }

    public string AppVersionName { get; private init; }

    public string InstallationId { get; private init; }

    /// <summary>Reads the header's JSON; null without it.</summary>
    public static MobileClient Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var client = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("client", out var found) ? found : default;
        return new MobileClient
        {
            Environment = Json.Texts(root, "env"),
            Custom = Json.Texts(root, "custom"),
            AppPackageName = Json.Text(client, "app_package_name"),
            AppTitle = Json.Text(client, "app_title"),
            AppVersionCode = Json.Text(client, "app_version_code"),
            AppVersionName = Json.Text(client, "app_version_name"),
            InstallationId = Json.Text(client, "installation_id"),
        };
    }
}
