using Amazon.DynamoDBv2;
using Gatehouse.Aws;
using Gatehouse.Keys.Rotation;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;

namespace Gatehouse.Tests.Keys.Rotation;

/// <summary>One machine user, its repository and the ledger in memory, and the state machine's way through the functions, with its retries: a process that dies is started again.</summary>
internal sealed class Rotating : IDisposable
{
    public static readonly UserName Deploy = new("deploy");

    /// <summary>A machine user whose new keys a workflow proves.</summary>
    public static readonly MachineUser Proved = new(Deploy, "platform@example.gov.uk")
    {
        Rotation = new KeyRotation("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90) { Workflow = "test-credentials.yml" },
    };

    private const int Retries = 8, RetriesAfterTheSecond = 60, RetriesOfHalf = 100;

    private readonly LinesLogged lines = new();
    private readonly LedgerInMemory ledger = new();
    private readonly AmazonDynamoDBClient dynamo;
    private readonly Stored stored = new();
    private int runs;

    public Rotating()
    {
        Machine = new MachineInMemory(Disturbance, Clock);
        GitHub = new RepositoryInMemory(Disturbance, Clock, Machine.Takes);
        dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Over(new Disturbing(Disturbance) { InnerHandler = ledger }));
        Table = new LedgerTable(dynamo, Settings);
    }

    public FakeClock Clock { get; } = new();

    public Disturbance Disturbance { get; } = new();

    public MachineInMemory Machine { get; }

    public RepositoryInMemory GitHub { get; }

    public FakeMailer Mailer { get; } = new();

    public List<string> Slack { get; } = [];

    public LedgerTable Table { get; }

    public string Logged => lines.Text;

    public string Remembered => string.Join('\n', ledger.ItemsOf("").Select(item => item.ToJsonString()));

    public Dictionary<string, string> Set { get; } = new() { [SettingNames.KeysAct] = "on", [SettingNames.KeyDeleteDays] = "30", [SettingNames.DeployKeyGraceDays] = "7", [SettingNames.DeployKeyTestMinutes] = "30", [SettingNames.AuditYears] = "7" };

    /// <summary>What the register lists.</summary>
    public MachineUser? Listed { get; set; } = Proved;

    public Rotations Rotations => new(Table);

    public KeyRecords Records => new(Table);

    /// <summary>Whether every other run goes on.</summary>
    public bool OthersRun { get; set; }

    private Settings Settings => new(name => Set.GetValueOrDefault(name, "gatehouse"));

    private SlackOnce SlackOnce => new(new SlackHeard(Slack), new Told(Table, Clock), Settings);

    private RotationReader Reader => new(Machine, Rotations, Records, GitHub, Settings, Clock);

    private RotationTrail Trail => new(new Audit(Table, Settings), Clock, lines.For<RotationTrail>());

    /// <summary>A repository that works with a key of so many days, which is in both secrets.</summary>
    public KeyInMemory WorksWithKeyOf(int days)
    {
        var key = Machine.Has(days);
        GitHub.Secrets["AWS_ACCESS_KEY_ID"] = (key.Id.Value, key.Created);
        GitHub.Secrets["AWS_SECRET_ACCESS_KEY"] = (key.Secret, key.Created);
        return key;
    }

    /// <summary>Somebody writes a key into both secrets by hand, some time after whatever was last.</summary>
    public void Write(KeyInMemory key)
    {
        Clock.Now += TimeSpan.FromSeconds(10);
        GitHub.Secrets["AWS_ACCESS_KEY_ID"] = (key.Id.Value, Clock.Now);
        GitHub.Secrets["AWS_SECRET_ACCESS_KEY"] = (key.Secret, Clock.Now);
    }

    public KeyRecord RecordOf(KeyInMemory key) => new(Settings.HomeAccount, Deploy, key.Id, key.Created);

    /// <summary>Another run begins on the same user, and does not end.</summary>
    public Task HoldAsync(RunId run) => Turn().TakeAsync(Deploy, run, default);

    /// <summary>One whole run of the state machine.</summary>
    /// <returns>How many rotations failed.</returns>
    public async Task<int> RunAsync(bool asked = false)
    {
        var run = NextRun();
        await FindAsync(run, asked);
        foreach (var item in stored.Items)
        {
            await RotateAsync(run, item);
        }

        return await InsistAsync(() => new RotationReport(stored, new Audit(Table, Settings), new Findings(Table, Clock), SlackOnce, Mailer, new Told(Table, Clock), Settings, Clock, lines.For<RotationReport>()).PublishAsync(run, null, default));
    }

    /// <summary>The first function alone.</summary>
    public Task<RotationsFound> FindAsync(RunId run, bool asked) => InsistAsync(() =>
        new RotationSearch(new MachinesAlone(Listed is null ? [] : [Listed]), Machine, Reader, Rotations, new LeftKeys(Machine, Machine, Records, Settings), stored, Settings, lines.For<RotationSearch>()).FindAsync(
            run, asked ? new RotationInput(RotationInput.Asked, Deploy) : new RotationInput(RotationInput.Schedule), default));

    /// <summary>One invocation of ReplaceDeployKey, without a retry.</summary>
    public Task<RotationState> ReplaceOnceAsync(RunId run, bool asked = false) => ReplaceAsync(run, new RotationItem(Listed!, asked));

    public RunId NextRun() => new($"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-deploy-keys:run-{++runs}");

    public async Task<IReadOnlyList<AuditEntry>> TrailAsync() => await new Audit(Table, Settings).OfPersonAsync(Deploy, default);

    public void Dispose()
    {
        dynamo.Dispose();
        ledger.Dispose();
        lines.Dispose();
    }

    private async Task RotateAsync(RunId run, RotationItem item)
    {
        try
        {
            var state = await InsistAsync(() => ReplaceAsync(run, item));
            for (var polls = 0; state != RotationState.Done && polls < 100; polls++)
            {
                Clock.Now += TimeSpan.FromSeconds(state.Seconds);
                state = await OrOverAsync(run, item, () => state == RotationState.Tested
                    ? new KeyRetirement(Machine, Reader, Rotations, Turn(), Records, Trail, Settings, Clock).RetireAsync(run, item, default)
                    : new KeyTest(GitHub, Reader, Rotations, Turn(), Trail, Settings, Clock).TestAsync(run, item, default));
            }
        }
        catch (LockHeldException)
        {
            // Another run's, and nobody asked for this one.
        }
        catch (Exception error)
        {
            await InsistAsync(async () =>
            {
                await new RotationGiveUp(Rotations, Turn(), Trail, Mailer, new Told(Table, Clock), lines.Metrics, Settings)
                    .RecordAsync(run, new GiveUpRotationRequest(run.Arn, item, new RunError(error.GetType().Name, error.Message)), default);
                return true;
            });
        }
    }

    /// <summary>A step after the writing, and the way back where it finds that the secrets are halves of two keys.</summary>
    private async Task<RotationState> OrOverAsync(RunId run, RotationItem item, Func<Task<RotationState>> step)
    {
        try
        {
            return await InsistAsync(step, startsOver: true);
        }
        catch (SecretsHalfWrittenException)
        {
            return await InsistAsync(() => ReplaceAsync(run, item));
        }
    }

    private Task<RotationState> ReplaceAsync(RunId run, RotationItem item)
    {
        var making = new KeyMaking(Machine, GitHub, Reader, Rotations, Trail, Clock);
        return new KeyReplacement(Reader, Machine, Machine, making, Rotations, Turn(), Records, Trail, Settings, Clock).ReplaceAsync(run, item, default);
    }

    private RotationLock Turn() => new(Table, new Runs(this), Clock);

    /// <summary>As the state machine: what is refused ends the step, all else is tried again.</summary>
    private async Task<T> InsistAsync<T>(Func<Task<T>> step, bool startsOver = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await step();
            }
            catch (Exception) when (Disturbance.Dead)
            {
                // Nobody hears what a dead process says.
                Disturbance.Restart();
            }
            catch (Exception again) when (attempt <= RetriesOf(again) && !(startsOver && again is SecretsHalfWrittenException))
            {
                Clock.Now += TimeSpan.FromSeconds(again is TellingInProgressException ? 61 : 1);
            }
        }
    }

    private static int RetriesOf(Exception error) => error switch
    {
        RotationRefusedException or RotationUnderWayException or DeployKeyTestFailedException or LockHeldException => 0,
        SecretsHalfWrittenException => RetriesOfHalf,
        SecretsJustWrittenException => RetriesAfterTheSecond,
        _ => Retries,
    };

    private sealed class Disturbing(Disturbance disturbance) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => disturbance.PassAsync(
            $"ledger {request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1]}", () => base.SendAsync(request, cancellationToken), () => new InvalidOperationException("The ledger was disturbed."));
    }

    /// <summary>Unless it is said, other runs have ended: their locks are free.</summary>
    private sealed class Runs(Rotating rotating) : IRuns
    {
        public Task<bool?> IsRunningAsync(string run, CancellationToken cancellationToken) => Task.FromResult<bool?>(rotating.OthersRun);
    }

    private sealed class Stored : IRotationStore
    {
        private RotationNotes? kept;

        public IReadOnlyList<RotationItem> Items { get; private set; } = [];

        public Task<RotationsFound> WriteAsync(RunId run, IReadOnlyList<RotationItem> items, RotationNotes notes, CancellationToken cancellationToken)
        {
            (Items, kept) = (items, notes);
            return Task.FromResult(new RotationsFound("plan-bucket", $"plans/{run}/rotations.json", items.Count));
        }

        public Task<RotationNotes?> FindNotesAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(kept);
    }

    private sealed class SlackHeard(List<string> heard) : ISlack
    {
        public Task PostAsync(string channel, string text, CancellationToken cancellationToken)
        {
            heard.Add(text);
            return Task.CompletedTask;
        }
    }
}
