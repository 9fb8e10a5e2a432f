using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Membership.Report;

/// <summary>Ends runs as ReportMembership does, with the ledger in memory, and keeps what was said where.</summary>
internal sealed class Reporting : IDisposable, IPlanStore, IAccount, IGitHub, ISlack, IRuns
{
    private static readonly Settings Settings = new(name => name switch
    {
        SettingNames.Channel => "#aws-access",
        SettingNames.Reconcile => "on",
        SettingNames.AuditYears => "7",
        _ => "gatehouse-ledger",
    });

    private readonly StringWriter counted = new();
    private RunPlan? plan;

    public LedgerInMemory Ledger { get; } = new();

    public FakeClock Clock { get; } = new();

    public List<string> Slack { get; } = [];

    public Dictionary<int, string> Comments { get; } = [];

    public string Counted => counted.ToString();

    public Snapshot Account { get; set; } = Given.Snapshot();

    private RunLock Lock => new(Ledger.Table, this, Clock);

    /// <summary>A run of that name that planned this, did it, and reports.</summary>
    public async Task<int> RunAsync(string name, RunInput input, RunPlan planned, params AuditEntry[] done)
    {
        var run = new RunId($"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:{name}");
        plan = planned;
        await Lock.TakeAsync(run, default);
        foreach (var entry in done)
        {
            await Ledger.Audit.RecordAsync(entry with { Run = run.Name }, default);
        }

        return await ReportAsync(run, input);
    }

    public Task<int> ReportAsync(RunId run, RunInput input, RunError? error = null) => new ReportApply(
        this, this, Ledger.Audit, new WaitingRefusals(Ledger.Table, Clock), new Findings(Ledger.Table, Clock), new PullRequestComments(this, Ledger.Audit), Lock,
        new SlackOnce(this, new Told(Ledger.Table, Clock), Settings), new Welcomes(Ledger.Table, Clock), new DoneResets(Ledger.Table, Settings, Clock), new Metrics(counted, Clock), Settings, Clock, NullLogger<ReportApply>.Instance).PublishAsync(run, input, error, default);

    Task<RunPlan?> IPlanStore.FindAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(plan);

    Task<Snapshot> IAccount.SnapshotAsync(CancellationToken cancellationToken) => Task.FromResult(Account);

    Task IGitHub.UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken) => Task.FromResult(Comments[number] = body);

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        Slack.Add(text);
        return Task.CompletedTask;
    }

    Task<bool?> IRuns.IsRunningAsync(string run, CancellationToken cancellationToken) => Task.FromResult<bool?>(false);

    Task<StoredPlan> IPlanStore.WriteAsync(RunPlan plan, CancellationToken cancellationToken) => throw Unasked();

    Task<string?> IAccount.AliasAsync(CancellationToken cancellationToken) => throw Unasked();

    Task<bool> IAccount.CreateAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw Unasked();

    Task IAccount.AdoptAsync(UserName person, Attribution because, CancellationToken cancellationToken) => throw Unasked();

    Task IAccount.AddToGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw Unasked();

    Task IAccount.RemoveFromGroupAsync(UserName person, string group, CancellationToken cancellationToken) => throw Unasked();

    Task IAccount.SetPasswordAsync(UserName person, string password, CancellationToken cancellationToken) => throw Unasked();

    Task<bool> IAccount.HasPasswordAsync(UserName person, CancellationToken cancellationToken) => throw Unasked();

    Task<bool> IAccount.RemoveUnusedPasswordAsync(UserName person, DateTimeOffset mailed, CancellationToken cancellationToken) => throw Unasked();

    Task<bool> IAccount.RemovePasswordAsync(UserName person, CancellationToken cancellationToken) => throw Unasked();

    Task<string> IGitHub.HeadOfBranchAsync(string branch, CancellationToken cancellationToken) => throw Unasked();

    Task<ReadOnlyMemory<byte>?> IGitHub.ReadFileAsync(string path, string sha, CancellationToken cancellationToken) => throw Unasked();

    Task<IReadOnlyList<CommitSummary>> IGitHub.CommitsAsync(string fromSha, int max, CancellationToken cancellationToken) => throw Unasked();

    Task<IReadOnlyList<PullRequest>> IGitHub.PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken) => throw Unasked();

    Task<PullRequest> IGitHub.PullRequestAsync(int number, CancellationToken cancellationToken) => throw Unasked();

    public void Dispose()
    {
        Ledger.Dispose();
        counted.Dispose();
    }

    private static InvalidOperationException Unasked() => new("A report does not ask for this.");
}
