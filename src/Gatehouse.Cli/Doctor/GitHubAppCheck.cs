using Gatehouse.Cli.Deployments;
using Gatehouse.GitHub;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the GitHub App may do what Gatehouse needs, and nothing else.</summary>
internal sealed class GitHubAppCheck(Deployment deployment) : ICheck
{
    private const string Where = "GitHub, the App's settings, Permissions; then accept them for the installation.";

    /// <summary>What is needed, in GitHub's own words, lowest level first where more than one suffices.</summary>
    private static readonly Dictionary<string, string> Needed = new() { ["contents"] = "read", ["pull_requests"] = "write", ["checks"] = "write", ["secret_scanning_alerts"] = "read" };

    /// <summary>What only those need who have deploy keys rotated, or hear of leaked keys from GitHub.</summary>
    private static readonly Dictionary<string, string> Useful = new() { ["secrets"] = "write", ["environments"] = "write", ["actions"] = "write", ["secret_scanning_alerts"] = "read" };

    /// <summary>GitHub gives it to every App.</summary>
    private const string Always = "metadata";

    public string Name => "GitHub App";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken) =>
        Judge(await deployment.Room<GitHubTokens>().PermissionsAsync(cancellationToken));

    public static IReadOnlyList<Diagnosis> Judge(IReadOnlyDictionary<string, string>? permissions)
    {
        if (permissions is null)
        {
            return [Diagnosis.Note("Gatehouse comes with a token, and GitHub does not say what it may do", "A GitHub App is better: its tokens last an hour, and it comments under its own name.")];
        }

        var found = Needed.Where(needed => !Suffices(permissions.GetValueOrDefault(needed.Key), needed.Value)).Select(needed => Diagnosis.Wrong(
            $"the App has {needed.Key}: {permissions.GetValueOrDefault(needed.Key) ?? "none"}, and needs {needed.Value}", Where)).ToList();
        var more = permissions.Where(given => given.Key != Always && !IsWithin(Needed, given) && !IsWithin(Useful, given)).Select(given => $"{given.Key}: {given.Value}").Order(StringComparer.Ordinal).ToList();
        if (more.Count > 0)
        {
            found.Add(Diagnosis.Note($"the App may do more than it needs: {string.Join(", ", more)}", $"Take that away: {Where}"));
        }

        return found.Count > 0 ? found : [Diagnosis.Fine("the App may do what it needs, and nothing else")];
    }

    private static bool IsWithin(Dictionary<string, string> meant, KeyValuePair<string, string> given) => meant.TryGetValue(given.Key, out var level) && (level == "write" || given.Value == "read");

    private static bool Suffices(string? given, string needed) => given == needed || given is "write" or "admin";
}
