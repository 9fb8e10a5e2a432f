using System.Text.Json;
using Gatehouse.Local.GitHub.Actions;
using Gatehouse.Local.GitHub.Apps;
using Gatehouse.Local.GitHub.Checks;
using Gatehouse.Local.GitHub.Pulls;
using Gatehouse.Local.GitHub.SecretScanning;
using Gatehouse.Local.GitHub.Webhooks;

namespace Gatehouse.Local.GitHub;

/// <summary>What GitHub knows and Git does not, kept as one JSON file.</summary>
public sealed class GitHubState
{
    private const string File = "github.json";
    private string? saved;

    public long LastId { get; set; }

    public List<PullRequest> PullRequests { get; set; } = [];

    public List<CheckRun> CheckRuns { get; set; } = [];

    public List<CommitStatus> Statuses { get; set; } = [];

    public List<Hook> Hooks { get; set; } = [];

    public List<InstallationToken> InstallationTokens { get; set; } = [];

    /// <summary>Whether only those who may see the repository read it.</summary>
    public bool Private { get; set; }

    /// <summary>The labels that there are to choose from; putting on another one makes it.</summary>
    public List<string> Labels { get; set; } = [];

    /// <summary>What secret scanning found, in any repository.</summary>
    public List<SecretAlert> SecretAlerts { get; set; } = [];

    public AppRegistration? App { get; set; }

    /// <summary>What clients PUT as a branch's protection, as they wrote it.</summary>
    public Dictionary<string, JsonElement> Protections { get; set; } = [];

    /// <summary>The repositories that deploy with a key of a machine user.</summary>
    public List<DeployRepository> Deploys { get; set; } = [];

    /// <summary>The next number for anything that GitHub numbers, so that the same calls give the same ids.</summary>
    public long NextId() => ++LastId;

    public PullRequest PullRequest(long number) =>
        PullRequests.Find(pull => pull.Number == number) ?? throw GitHubRefusalException.NotFound();

    public static GitHubState Load(string directory)
    {
        var path = Path.Combine(directory, File);
        if (!System.IO.File.Exists(path))
            return new GitHubState();
        var text = System.IO.File.ReadAllText(path);
        var state = JsonSerializer.Deserialize<GitHubState>(text)!;
        state.saved = text;
        return state;
    }

    public void Save(string directory)
    {
        var text = JsonSerializer.Serialize(this);
        if (text == saved)
            return;
        var path = Path.Combine(directory, File);
        System.IO.File.WriteAllText(path + ".new", text);
        System.IO.File.Move(path + ".new", path, overwrite: true);
        saved = text;
    }
}
