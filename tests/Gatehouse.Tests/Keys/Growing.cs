using Gatehouse.Keys;
using Gatehouse.Keys.Sweep;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Keys;

/// <summary>An account whose keys grow old, a ledger, mail and Slack in memory, and the sweep from its beginning to its report; every step is the deployed one.</summary>
internal sealed class Growing : IDisposable, IKeysStore, ISlack
{
    private readonly Dictionary<string, AccountAssessed> assessed = [];
    private KeysFound? found;

    public Growing()
    {
        Keys = new FakeKeys(Clock);
        Start = Clock.Now;
        Person(Jane.Value);
    }

    public static UserName Jane => GivenKeys.Jane;

    public FakeClock Clock { get; } = new();

    public FakeKeys Keys { get; }

    public LedgerInMemory Ledger { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public DateTimeOffset Start { get; }

    /// <summary>What the register says.</summary>
    public KeyRegister Register { get; set; } = KeyRegister.Empty;

    /// <summary>Settings that differ from the usual ones.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>What was said in the operations channel.</summary>
    public List<string> Said { get; } = [];

    public KeyRecords Records => new(Ledger.Table);

    public AllowedKeys Allowed => new(Ledger.Table, Clock);

    /// <summary>The subjects of the mails so far.</summary>
    public IReadOnlyList<string> Subjects => [.. Mailer.Sent.Select(sent => sent.Mail.Subject)];

    /// <summary>What was found by the last sweep.</summary>
    public KeysFound Found => found!;

    public static RunId Run(string name) => new($"arn:aws:states:eu-west-2:{GivenKeys.Account}:execution:gatehouse-keys:{name}");

    public UserName Person(string name, bool managed = true, bool machine = false, bool denied = false)
    {
        var user = new UserName(name);
        Keys.Users[user] = new SnapshotUser(user, managed, new HashSet<string>()) { Machine = machine, Denied = denied };
        return user;
    }

    public void Exempt(KeyExemption exemption) => Register = Register with { Exemptions = [.. Register.Exemptions, exemption] };

    public Task<IReadOnlyList<KeyRecord>> KnownAsync() => Records.OfUserAsync(GivenKeys.Account, Jane, default);

    /// <summary>A whole sweep on a day counted from the first, under one name for the whole of a day; a step that fails is tried again, as the state machine does.</summary>
    /// <returns>How many people could not be looked at.</returns>
    public async Task<int> SweepAsync(double day, string run = "daily", int attempts = 1)
    {
        Clock.Now = Start.AddDays(day);
        var id = Run($"{run}-{Math.Floor(day)}");
        var settings = GivenSettings.With(Settings);
        assessed.Clear();
        found = null;
        await AgainAsync(attempts, () => new KeysAssessment(Keys, Records, this, settings, Clock, NullLogger<KeysAssessment>.Instance).AssessAsync(id, GivenKeys.Account, default));
        await AgainAsync(attempts, () => new KeysPlanner(this, Allowed, settings, Clock, NullLogger<KeysPlanner>.Instance).PlanAsync(id, default));
        foreach (var candidate in Found.People)
        {
            await AgainAsync(attempts, () => ApplyAsync(id, candidate));
        }

        var findings = new Findings(Ledger.Table, Clock);
        var report = new KeysReport(this, Ledger.Audit, new DryRuns(Ledger.Table, Clock), findings, new KeyDays(Ledger.Table, Clock), new SlackOnce(this, new Told(Ledger.Table, Clock), settings), Clock, NullLogger<KeysReport>.Instance);
        return await report.PublishAsync(id, null, default);
    }

    /// <summary>A look at one person, as the Map has it.</summary>
    public Task<ApplyKeysResult> ApplyAsync(RunId run, KeyCandidate candidate)
    {
        var settings = GivenSettings.With(Settings);
        var metrics = new Metrics(TextWriter.Null, Clock);
        var notices = new KeyNotices(Mailer, new Told(Ledger.Table, Clock), Ledger.Audit, settings, Clock, NullLogger<KeyNotices>.Instance);
        return new KeysApply(Keys, Records, new KeyChangeApply(Records, notices, metrics, Clock), new DryRuns(Ledger.Table, Clock), settings, Clock, NullLogger<KeysApply>.Instance)
            .ApplyAsync(run, candidate, default);
    }

    public void Dispose() => Ledger.Dispose();

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        channel.ShouldBe("#aws-access");
        Said.Add(text);
        return Task.CompletedTask;
    }

    Task<(string Bucket, string Key)> IKeysStore.BeginAsync(RunId run, KeyRegister known, IReadOnlyList<string> accounts, CancellationToken cancellationToken) => throw new InvalidOperationException("The register is given.");

    Task<KeyRegister> IKeysStore.RegisterAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(Register);

    Task<IReadOnlyList<string>> IKeysStore.AccountsAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([GivenKeys.Account]);

    Task IKeysStore.WriteAsync(RunId run, AccountAssessed assessed, CancellationToken cancellationToken)
    {
        this.assessed[assessed.Account] = assessed;
        return Task.CompletedTask;
    }

    Task<AccountAssessed?> IKeysStore.AssessedAsync(RunId run, string account, CancellationToken cancellationToken) => Task.FromResult(assessed.GetValueOrDefault(account));

    Task<(string Bucket, string Key)> IKeysStore.WriteAsync(RunId run, KeysFound found, CancellationToken cancellationToken)
    {
        this.found = found;
        return Task.FromResult(("plan-bucket", "people.json"));
    }

    Task<KeysFound?> IKeysStore.FoundAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(found);

    private static async Task AgainAsync(int attempts, Func<Task> step)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception failure) when (attempt < attempts && failure is not ShouldAssertException)
            {
                // The state machine tries again.
            }
        }
    }
}
