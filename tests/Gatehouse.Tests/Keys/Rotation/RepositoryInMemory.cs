using Gatehouse.GitHub;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>A repository on GitHub: two secrets with the second at which each was written, and a workflow that tries them. GitHub's clock goes on by a second with each call, unless it is held.</summary>
internal sealed class RepositoryInMemory(Disturbance disturbance, FakeClock clock, Func<string?, string?, bool> takes) : IActionsSecrets, IWorkflows
{
    private readonly List<WorkflowRun> runs = [];

    public Dictionary<string, (string Value, DateTimeOffset At)> Secrets { get; } = [];

    /// <summary>Who the caller is to GitHub: null may do everything, a number is the status of each refusal.</summary>
    public int? RefusesWrites { get; set; }

    /// <summary>How the next runs end, where not by what the secrets hold: <c>failure</c>, or <c>null</c> while they go on.</summary>
    public Queue<string?> Ends { get; } = [];

    /// <summary>Whether GitHub's clock stands still.</summary>
    public bool Held { get; set; }

    public int Dispatched { get; private set; }

    public bool Works => takes(Value("AWS_ACCESS_KEY_ID"), Value("AWS_SECRET_ACCESS_KEY"));

    public string? Value(string name) => Secrets.TryGetValue(name, out var secret) ? secret.Value : null;

    public Task<SecretsKey> KeyAsync(SecretsPlace place, CancellationToken cancellationToken) => Pass("public-key", () => new SecretsKey("568250167242549743", new byte[32], Now()));

    public Task<DateTimeOffset?> WrittenAsync(SecretsPlace place, string name, CancellationToken cancellationToken) =>
        Pass($"see {name}", () => Secrets.TryGetValue(name, out var secret) ? secret.At : (DateTimeOffset?)null);

    public Task<DateTimeOffset> WriteAsync(SecretsPlace place, string name, string value, SecretsKey key, CancellationToken cancellationToken) => Pass($"write {name}", () =>
    {
        if (RefusesWrites is { } status)
        {
            throw new GitHubRefusedException(status, "Resource not accessible by integration");
        }

        Secrets[name] = (value, Now());
        return Secrets[name].At;
    });

    public Task DispatchAsync(Workflow workflow, CancellationToken cancellationToken) => Pass("dispatch", () =>
    {
        Dispatched++;
        var conclusion = Ends.Count > 0 ? Ends.Dequeue() : Works ? "success" : "failure";
        runs.Insert(0, new WorkflowRun(Now(), conclusion is not null, conclusion == "success", conclusion, $"https://github.example/runs/{Dispatched}"));
        return clock.Now;
    });

    public Task<WorkflowRuns> RunsAsync(Workflow workflow, DateTimeOffset since, CancellationToken cancellationToken) =>
        Pass("see runs", () => new WorkflowRuns([.. runs.Where(run => run.Created >= since)], Now()));

    private DateTimeOffset Now()
    {
        clock.Now = Held ? clock.Now : clock.Now.AddSeconds(1);
        return clock.Now;
    }

    private Task<T> Pass<T>(string call, Func<T> effect) => disturbance.PassAsync($"github {call}", effect, () => new GitHubUnavailableException("GitHub answered with 502."));
}
