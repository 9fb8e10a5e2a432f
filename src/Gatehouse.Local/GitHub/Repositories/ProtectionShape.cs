using System.Text.Json.Nodes;

namespace Gatehouse.Local.GitHub.Repositories;

/// <summary>A branch's protection as GitHub answers it, which is not quite as clients write it.</summary>
public static class ProtectionShape
{
    private static readonly string[] Switches =
        ["required_linear_history", "allow_force_pushes", "allow_deletions", "block_creations", "required_conversation_resolution", "lock_branch"];

    public static JsonObject Of(string url, JsonObject wanted)
    {
        foreach (var field in (string[])["required_status_checks", "enforce_admins", "required_pull_request_reviews", "restrictions"])
        {
            if (!wanted.ContainsKey(field))
                throw new GitHubRefusalException(422, $"Invalid request.\n\n\"{field}\" wasn't supplied.");
        }

        var shape = new JsonObject { ["url"] = url, ["enforce_admins"] = new JsonObject { ["url"] = $"{url}/enforce_admins", ["enabled"] = IsOn(wanted["enforce_admins"]) } };
        Copy(wanted, shape, "required_status_checks", url);
        Copy(wanted, shape, "required_pull_request_reviews", url);
        foreach (var name in Switches)
            shape[name] = new JsonObject { ["enabled"] = IsOn(wanted[name]) };
        return shape;
    }

    /// <summary>The checks that must have passed before anybody merges: those named, where administrators are bound too.</summary>
    public static IReadOnlyList<string> EnforcedChecks(GitHubState state, string branch)
    {
        if (!state.Protections.TryGetValue(branch, out var element) || JsonObject.Create(element) is not { } protection)
            return [];
        return IsOn(protection["enforce_admins"]?["enabled"]) && protection["required_status_checks"]?["contexts"] is JsonArray contexts
            ? [.. contexts.Select(context => (string)context!)]
            : [];
    }

    private static void Copy(JsonObject wanted, JsonObject shape, string field, string url)
    {
        if (wanted[field] is not JsonObject value)
            return;
        var copy = value.DeepClone().AsObject();
        copy["url"] = $"{url}/{field}";
        if (field == "required_status_checks" && copy["contexts"] is null)
            copy["contexts"] = new JsonArray([.. (copy["checks"] as JsonArray ?? []).Select(check => JsonValue.Create((string?)check!["context"]))]);
        shape[field] = copy;
    }

    private static bool IsOn(JsonNode? value) => value is JsonValue flag && flag.TryGetValue<bool>(out var on) && on;
}
