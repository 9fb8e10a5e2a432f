using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Membership;
using Gatehouse.Membership.Preview;
using Gatehouse.Register;
using Gatehouse.Tests.Aws;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

/// <summary>One pull request, with what is said on it, and the runs that hold its lock.</summary>
internal sealed class PullRequestsInMemory : IGitHub, ITimeline, IPullRequestChecks, IPreviewStore, IRuns
{
    public PullRequest Pull { get; set; } = PullRequests.Open();

    public List<TimelineEvent> Events { get; } = [];

    /// <summary>The commits that GitHub's trial merge is of; the heads as they are now, unless they are told otherwise.</summary>
    public string TrialOf { get; set; } = Head;

    public string? TrialFrom { get; set; }

    /// <summary>By marker.</summary>
    public Dictionary<string, string> Comments { get; } = [];

    public Dictionary<string, Check> Checks { get; } = [];

    public Dictionary<string, string> Stored { get; } = [];

    public bool IsAnotherRunning { get; set; }

    /// <summary>Puts the label on, or takes it off.</summary>
    public void Label(string by, bool on, DateTimeOffset at)
    {
        Pull = Pull with { Labels = on ? [RemovalLabel.Name] : [] };
        Events.Add(new TimelineEvent(on ? "labeled" : "unlabeled", by, RemovalLabel.Name, at));
    }

    public Task<PullRequest> PullRequestAsync(int number, CancellationToken cancellationToken) => Task.FromResult(Pull);

    public Task<IReadOnlyList<TimelineEvent>> EventsAsync(int number, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<TimelineEvent>>([.. Events]);

    public Task UpsertCommentAsync(int number, string marker, string body, CancellationToken cancellationToken)
    {
        Comments[marker] = body;
        return Task.CompletedTask;
    }

    public Task PublishAsync(string head, Check check, CancellationToken cancellationToken)
    {
        Checks[head] = check;
        return Task.CompletedTask;
    }

    public Task<string> WriteAsync(int pullRequest, string head, string text, CancellationToken cancellationToken)
    {
        Stored[$"{pullRequest}/{head}"] = text;
        return Task.FromResult("https://console.example/whole");
    }

    public Task<bool?> IsRunningAsync(string run, CancellationToken cancellationToken) => Task.FromResult<bool?>(IsAnotherRunning);

    public Task<string> HeadOfBranchAsync(string branch, CancellationToken cancellationToken) => throw new InvalidOperationException("Not asked here.");

    public Task<ReadOnlyMemory<byte>?> ReadFileAsync(string path, string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("Not asked here.");

    public Task<IReadOnlyList<CommitSummary>> CommitsAsync(string fromSha, int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CommitSummary>>([new(fromSha, [TrialOf, TrialFrom ?? Pull.Head], "", null, default)]);

    public Task<IReadOnlyList<PullRequest>> PullRequestsOfCommitAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("Not asked here.");
}

/// <summary>The register by commit; the protected branch is at <see cref="Given.Head"/>.</summary>
internal sealed class RegisterInMemory : IRegisterSource
{
    private readonly Dictionary<string, Func<PeopleRegister>> registers = [];
    private readonly Dictionary<string, ResetFiles> resets = [];
    private readonly Dictionary<string, Func<IReadOnlyList<RootNotice>>> notices = [];
    private readonly Dictionary<string, Func<IReadOnlyList<KeyExemption>>> exemptions = [];
    private readonly Dictionary<string, IReadOnlyList<MachineUser>> machines = [];

    public RegisterSettings Settings { get; set; } = Given.Settings();

    public void Has(string sha, PeopleRegister register, ResetFiles? reset = null)
    {
        registers[sha] = () => register;
        resets[sha] = reset ?? new([], []);
    }

    public void IsUnreadable(string sha, params RegisterProblem[] problems)
    {
        registers[sha] = () => throw new RegisterUnreadableException(problems);
        resets[sha] = new([], []);
    }

    public void Announces(string sha, params RootNotice[] announced) => notices[sha] = () => announced;

    public void AnnouncesUnreadably(string sha, params RegisterProblem[] problems) => notices[sha] = () => throw new RegisterUnreadableException(problems);

    public void Exempts(string sha, params KeyExemption[] exempted) => exemptions[sha] = () => exempted;

    public void ExemptsUnreadably(string sha, params RegisterProblem[] problems) => exemptions[sha] = () => throw new RegisterUnreadableException(problems);

    public void Lists(string sha, params MachineUser[] listed) => machines[sha] = listed;

    public Task<string> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(Head);

    public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(new RegisterAt(sha, registers[sha]()));

    public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(Settings);

    public Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(resets[sha]);

    public Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(notices.TryGetValue(sha, out var read) ? read() : []);

    public Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(exemptions.TryGetValue(sha, out var read) ? read() : []);

    public Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(machines.GetValueOrDefault(sha, []));
}

/// <summary>An IAM account that may be looked at and not touched, reached through the real client.</summary>
internal sealed class AccountInMemory : HttpMessageHandler
{
    private readonly AmazonIdentityManagementServiceClient client;

    public AccountInMemory() => client = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Over(this));

    public Snapshot Snapshot { get; set; } = Given.Snapshot();

    public IAccount Account => new IamAccount(new Lazy<IAmazonIdentityManagementService>(client));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = await request.Content!.ReadAsStringAsync(cancellationToken);
        return asked.Contains("Action=GetAccountAuthorizationDetails", StringComparison.Ordinal)
            ? new(System.Net.HttpStatusCode.OK) { Content = new StringContent(Details(), System.Text.Encoding.UTF8, "text/xml") }
            : throw new InvalidOperationException($"A plan touches nothing: {asked}");
    }

    private string Details() => $"""
        <GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>
        <UserDetailList>{string.Concat(Snapshot.Users.Values.Select(User))}</UserDetailList>
        <GroupDetailList>{string.Concat(Snapshot.Groups.Select(name => $"<member><GroupName>{name}</GroupName></member>"))}</GroupDetailList>
        <IsTruncated>false</IsTruncated></GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>
        """;

    private static string User(SnapshotUser user) =>
        $"<member><UserName>{user.Name}</UserName><GroupList>{string.Concat(user.Groups.Select(name => $"<member>{name}</member>"))}</GroupList><Tags>{(user.Managed ? "<member><Key>managed-by</Key><Value>gatehouse</Value></member>" : "")}</Tags></member>";
}

/// <summary>Everybody signed in yesterday; whose evidence was asked for is remembered.</summary>
internal sealed class EvidenceInMemory : IEvidence
{
    public List<UserName> Asked { get; } = [];

    public Task<Evidence?> OfAsync(UserName person, CancellationToken cancellationToken)
    {
        Asked.Add(person);
        return Task.FromResult<Evidence?>(new(Now.AddDays(-100), Now.AddDays(-1), [], 1));
    }
}
