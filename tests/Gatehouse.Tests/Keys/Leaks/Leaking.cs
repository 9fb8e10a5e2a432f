using Gatehouse.Aws;
using Gatehouse.GitHub;
using Gatehouse.Keys.Leaks;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Gatehouse.Tests.Root;

namespace Gatehouse.Tests.Keys.Leaks;

/// <summary>What answers a leak, over accounts, alerts, a register, a ledger, Slack and mail in memory.</summary>
internal sealed class Leaking : IDisposable
{
    public const string Home = "111122223333", Payments = "123456789012", List = "cyber-security@example.gov.uk", Repository = "example-org/shop";

    public static readonly AccessKeyId Key = new("AKIAIOSFODNN7EXAMPLE");
    public static readonly AccessKeyId Other = new("AKIAI44QH8DHBEXAMPLE");
    public static readonly UserName Jane = new("jane.doe@digital.cabinet-office.gov.uk");
    public static readonly UserName Deploy = new("deploy");

    private readonly LinesLogged lines = new();

    public LedgerInMemory Ledger { get; } = new();

    public FakeClock Clock { get; } = new();

    public SlackInMemory Slack { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public AlertsInMemory Alerts { get; } = new();

    public LeakAccounts Accounts { get; } = new();

    /// <summary>What the register lists; null where it cannot be read.</summary>
    public IReadOnlyList<MachineUser>? Machines { get; set; } = [];

    public bool CutsProtected { get; set; }

    public string Logged => lines.Text;

    public KeyRecords Records => new(Ledger.Table);

    private Settings Settings => new(name => name switch
    {
        SettingNames.RootChannel => "#cyber-security-help",
        SettingNames.OnCall => "<!subteam^S0EXAMPLE>",
        SettingNames.RootMailTo => List,
        SettingNames.HomeAccount => Home,
        SettingNames.LeakCutsProtected => CutsProtected ? "on" : "off",
        SettingNames.Help => "Ask in #aws-access.",
        SettingNames.AuditYears => "7",
        _ => "gatehouse-ledger",
    });

    public Task<LeakResult> HealthAsync(string account = Home, params AccessKeyId[] keys) => HealthAsync(account, "health", keys);

    public Task<LeakResult> HealthAsync(string account, string run, params AccessKeyId[] keys) => RespondAsync(
        new LeakInput(LeakInput.Health, new LeakDetail { EventTypeCode = LeakDetail.ExposedCode, AffectedEntities = [.. (keys.Length == 0 ? [Key] : keys).Select(key => new LeakedEntity(key.Value))] }, account), run);

    public Task<LeakResult> GitHubAsync(int alert, string run = "github") => RespondAsync(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = Repository, Alert = alert }), run);

    public Task<LeakResult> RespondAsync(LeakInput input, string run) =>
        new LeakResponse(new LeakReader(Alerts, lines.For<LeakReader>()), Stop(), Telling(), lines.For<LeakResponse>()).RespondAsync(Run(run), input, default);

    public Task GiveUpAsync(LeakInput input) =>
        new LeakGiveUp(Telling(), lines.Metrics, lines.For<LeakGiveUp>()).TellAsync(Run("given-up"), new GiveUpLeakRequest("", input, new RunError("GitHubUnavailableException", """{"errorMessage":"GitHub is down."}""")), default);

    public async Task<KeyRecord?> RecordAsync(UserName user, AccessKeyId key, string account = Home) => (await Records.OfUserAsync(account, user, default)).FirstOrDefault(one => one.Key == key);

    public Task<IReadOnlyList<AuditEntry>> TrailAsync(UserName user) => Ledger.Audit.OfPersonAsync(user, default);

    public void Dispose()
    {
        Ledger.Dispose();
        lines.Dispose();
    }

    private static RunId Run(string name) => new($"arn:aws:states:eu-west-2:{Home}:execution:gatehouse-leaks:{name}");

    private LeakStop Stop() => new(Accounts, new LeakMachines(new MachinesAlone(Machines), Settings), Records, Ledger.Audit, Settings, Clock, lines.For<LeakStop>());

    private LeakTelling Telling()
    {
        var told = new Told(Ledger.Table, Clock);
        return new LeakTelling(new SlackOnce(Slack, told, Settings), told, Mailer, Settings, Clock, lines.For<LeakTelling>());
    }
}

/// <summary>Secret scanning's alerts of one repository, each with what it found and where.</summary>
internal sealed class AlertsInMemory : ISecretAlerts
{
    public Dictionary<int, (string Type, string Secret, string Place)> All { get; } = [];

    /// <summary>What is thrown instead of an answer.</summary>
    public Exception? Fails { get; set; }

    /// <summary>The alerts whose secret cannot be read.</summary>
    public HashSet<int> Unreadable { get; } = [];

    public Task<SecretAlert> ReadAsync(string repository, int number, CancellationToken cancellationToken) =>
        Fails is null ? Task.FromResult(Alert(number)) : throw Fails;

    public Task<IReadOnlyList<SecretAlert>> OpenKeyIdsAsync(string repository, int max, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SecretAlert>>([.. All.Keys.Select(Alert).Where(alert => SecretTypes.IsKeyId(alert.SecretType))]);

    public Task<IReadOnlySet<string>> PlacesAsync(string repository, int number, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string> { All[number].Place });

    public Task<AccessKeyId> KeyIdAsync(string repository, SecretAlert alert, CancellationToken cancellationToken) =>
        Unreadable.Contains(alert.Number) ? throw new LeakedKeyUnreadableException(repository, alert.Number) : Task.FromResult(new AccessKeyId(All[alert.Number].Secret));

    private SecretAlert Alert(int number) => new(number, All[number].Type, $"https://github.com/{Leaking.Repository}/security/secret-scanning/{number}");
}

/// <summary>Accounts with users and keys; remembers what was changed, in order.</summary>
internal sealed class LeakAccounts : IKeyAccounts
{
    /// <summary>What was changed so far: <c>inactive AKIA…</c>, <c>cut jane</c>.</summary>
    public List<string> Done { get; } = [];

    public Dictionary<AccessKeyId, LeakableKey> Keys { get; } = [];

    /// <summary>The accounts that may be entered.</summary>
    public HashSet<string> Watched { get; } = [Leaking.Home, Leaking.Payments];

    /// <summary>The accounts whose role cannot be assumed.</summary>
    public HashSet<string> Closed { get; } = [];

    public bool NoRoom { get; set; }

    /// <summary>The change, counted from 1, after which the process dies: it has taken effect. None where it is 0.</summary>
    public int DiesAfter { get; set; }

    /// <summary>What the accounts were entered for.</summary>
    public List<KeyPurpose> EnteredFor { get; } = [];

    public LeakableKey Has(AccessKeyId key, UserName? user, KeyOwnerKind kind = KeyOwnerKind.Person, string account = Leaking.Home) => Keys[key] = new LeakableKey(account, user, kind);

    public Task<KeyAccount> EnterAsync(string account, CancellationToken cancellationToken) =>
        !Watched.Contains(account) ? throw new AccountNotWatchedException(account)
        : Closed.Contains(account) ? throw new AccountNotEnteredException(account, "role", new InvalidOperationException("denied"))
        : Task.FromResult(new KeyAccount(account, null!, null!, new OfAccount(this, account), new OfAccount(this, account), new OfAccount(this, account)));

    public Task<KeyAccount> EnterAsync(string account, KeyPurpose purpose, CancellationToken cancellationToken)
    {
        EnteredFor.Add(purpose);
        return EnterAsync(account, cancellationToken);
    }

    private void Did(string what)
    {
        Done.Add(what);
        if (Done.Count == DiesAfter)
        {
            throw new ProcessDiedException();
        }
    }

    public Task<string?> AccountOfAsync(AccessKeyId key, CancellationToken cancellationToken) => Task.FromResult(Keys.GetValueOrDefault(key)?.Account);

    private sealed class OfAccount(LeakAccounts all, string account) : IAccessKeys, IUserSessions, IKeyOwners
    {
        public Task<IReadOnlyList<AccessKey>> OfAsync(UserName user, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccessKey>>(
            [.. all.Keys.Where(key => key.Value.Account == account && key.Value.User == user).Select(key => new AccessKey(key.Key, key.Value.Active, new FakeClock().Now.AddDays(-50)))]);

        public Task<KeyUse?> UseOfAsync(AccessKeyId key, CancellationToken cancellationToken) => Task.FromResult(
            all.Keys.GetValueOrDefault(key) is { } one && one.Account == account ? new KeyUse(one.User, new FakeClock().Now.AddHours(-2), "s3", "eu-west-2") : null);

        public Task<KeyOwner?> FindAsync(UserName user, CancellationToken cancellationToken) => Task.FromResult(
            all.Keys.Values.FirstOrDefault(key => key.Account == account && key.User == user) is { } one && one.User != new UserName("root") ? new KeyOwner(user, one.Kind) : null);

        public Task<bool> DeactivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken)
        {
            all.Keys[key].Active = false;
            all.Did($"inactive {key}");
            return Task.FromResult(true);
        }

        public Task CutAsync(UserName user, DateTimeOffset issuedBefore, CancellationToken cancellationToken)
        {
            all.Did($"cut {user}");
            return all.NoRoom ? throw new NoRoomToDenyException(user, RevokedSessionsPolicy.Name, "Sessions go on.", new InvalidOperationException("full")) : Task.CompletedTask;
        }

        public Task<NewAccessKey> CreateAsync(UserName user, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing makes a key here, or gives one back.");

        public Task<bool> ActivateAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing makes a key here, or gives one back.");

        public Task DeleteAsync(UserName user, AccessKeyId key, CancellationToken cancellationToken) => throw new InvalidOperationException("A leaked key is evidence.");
    }
}

/// <summary>A key that may leak.</summary>
internal sealed class LeakableKey(string account, UserName? user, KeyOwnerKind kind)
{
    public string Account => account;

    public UserName? User => user;

    public KeyOwnerKind Kind => kind;

    public bool Active { get; set; } = true;
}
