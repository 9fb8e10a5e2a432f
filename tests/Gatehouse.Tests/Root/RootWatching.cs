using System.Text.Json.Nodes;
using Amazon.Lambda.SQSEvents;
using Gatehouse.GitHub;
using Gatehouse.Ledger;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Register;
using Gatehouse.Root;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Gatehouse.Tests.Membership;

namespace Gatehouse.Tests.Root;

/// <summary>Everything that watches root users, over a queue, a register, a ledger, Slack and mail in memory.</summary>
internal sealed class RootWatching : IDisposable
{
    public const string List = "root-alerts@example.gov.uk";

    private readonly LinesLogged lines = new();

    public LedgerInMemory Ledger { get; } = new();

    public WaitingClock Clock { get; } = new() { Now = RootEvents.Nine.AddSeconds(5) };

    public SlackInMemory Slack { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public RootRegisterInMemory Register { get; } = new();

    public string? OnCall { get; set; } = "<!subteam^S0EXAMPLE>";

    public string? MailTo { get; set; } = List;

    public string Logged => lines.Text;

    public RootAlerts Alerts => new(Ledger.Table, Recoveries, Settings, Clock);

    public RootTurn Turn => new(Ledger.Table, Clock);

    public RootHeartbeats Heartbeats => new(Ledger.Table, Clock);

    private RootRecoveries Recoveries => new(Ledger.Table, Settings);

    private RootNotices Notices => new(Ledger.Table, Settings, Clock);

    private Settings Settings => new(name => name switch
    {
        SettingNames.RootChannel => "#cyber-security-help",
        SettingNames.OnCall => OnCall,
        SettingNames.RootMailTo => MailTo,
        SettingNames.RootMailMinutes => "15",
        SettingNames.RootCompletionMinutes => "60",
        SettingNames.AuditYears => "7",
        _ => "gatehouse-ledger",
    });

    public Task<IReadOnlyList<string>> DeliverAsync(params JsonObject[] events) => DeliverAsync(RootEvents.Queue(events));

    /// <returns>The messages that come again.</returns>
    public async Task<IReadOnlyList<string>> DeliverAsync(SQSEvent messages)
    {
        var apply = new RootAlertApply(Maker(), Alerts, Delivery(), Mailing(), new RootHeartbeatApply(Slack, Heartbeats, Mailing(), Settings, lines.Metrics, lines.For<RootHeartbeatApply>()), Clock, lines.For<RootAlertApply>());
        return [.. (await apply.DeliverAsync(messages, default)).BatchItemFailures.Select(failure => failure.ItemIdentifier)];
    }

    /// <summary>What the schedule does every five minutes.</summary>
    public Task FollowAsync(string? schedule = null) =>
        new RootFollowUp(Recoveries, Maker(), Delivery(), Mailing(), Reading(), Notices, Silence(), Settings, Clock, lines.For<RootFollowUp>()).FollowAsync(schedule, default);

    /// <summary>What SES says of a mail to the list.</summary>
    public Task ReturnAsync(MailEvent mailEvent) =>
        new ReturnedRootMail(new SlackOnce(Slack, new Told(Ledger.Table, Clock), Settings), Settings, lines.Metrics, Clock, lines.For<ReturnedRootMail>()).RecordAsync(mailEvent, default);

    public async Task<RootReading> ReadRegisterAsync() => await Reading().ReadAsync(default);

    public void Dispose()
    {
        Ledger.Dispose();
        lines.Dispose();
    }

    private RootSilence Silence() => new(Heartbeats, new SlackOnce(Slack, new Told(Ledger.Table, Clock), Settings), Settings, Clock, lines.For<RootSilence>());

    private RootRegister Reading() => new(Register, lines.For<RootRegister>());

    private RootAlertMaker Maker() => new(Reading(), Alerts, Recoveries, Notices, lines.For<RootAlertMaker>());

    private RootDelivery Delivery() => new(Alerts, Turn, Slack, Settings, lines.Metrics, Clock, lines.For<RootDelivery>());

    private RootMailing Mailing() => new(Alerts, new Told(Ledger.Table, Clock), Mailer, Settings, lines.Metrics, Clock, lines.For<RootMailing>());
}

/// <summary>A clock on which waiting takes no time: whoever waits finds it moved by as much.</summary>
internal sealed class WaitingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    /// <summary>What happens elsewhere while somebody waits.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Now += dueTime;
        _ = RunAsync(callback, state);
        return new Timer(_ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    private async Task RunAsync(TimerCallback callback, object? state)
    {
        await Task.Yield();
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        callback(state);
    }
}

/// <summary>A channel's messages; Slack can be down, or refuse.</summary>
internal sealed class SlackInMemory : ISlack, ISlackDoor
{
    public List<string> Messages { get; } = [];

    /// <summary>What is thrown instead of taking a message; null takes it.</summary>
    public Func<string, Exception?> Fails { get; set; } = _ => null;

    public bool IsDown { set => Fails = value ? _ => new SlackUnavailableException("Slack answered 503.") : _ => null; }

    public Task PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        if (Fails(text) is { } failure)
        {
            throw failure;
        }

        channel.ShouldBe("#cyber-security-help");
        Messages.Add(text);
        return Task.CompletedTask;
    }

    public Task ProveAsync(string channel, CancellationToken cancellationToken) => Fails("") is { } failure ? throw failure : Task.CompletedTask;
}

/// <summary>What the register says of root accounts; GitHub can be down, or slow.</summary>
internal sealed class RootRegisterInMemory : IRegisterSource
{
    public Dictionary<string, string> Accounts { get; } = new() { [RootEvents.Payments] = "payments-production" };

    public List<RootNotice> Announced { get; } = [];

    public bool IsDown { get; set; }

    public bool NeverAnswers { get; set; }

    public bool AreNoticesBroken { get; set; }

    public int Asked { get; private set; }

    /// <summary>What is looked at when somebody asks.</summary>
    public Action WhenAsked { get; set; } = () => { };

    public async Task<string> HeadAsync(CancellationToken cancellationToken)
    {
        Asked++;
        WhenAsked();
        if (NeverAnswers)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return IsDown ? throw new GitHubUnavailableException("GitHub answered 503.") : Given.Head;
    }

    public Task<RegisterSettings> ReadSettingsAsync(string sha, CancellationToken cancellationToken) => Task.FromResult(Given.Settings() with { Accounts = Accounts });

    public Task<IReadOnlyList<RootNotice>> ReadNoticesAsync(string sha, CancellationToken cancellationToken) => AreNoticesBroken
        ? throw new RegisterUnreadableException([new RegisterProblem(new FilePlace(RegisterFiles.RootNotices, 4), "There is no \"who\".", "Write it.")])
        : Task.FromResult<IReadOnlyList<RootNotice>>([.. Announced]);

    public Task<IReadOnlyList<KeyExemption>> ReadKeyExemptionsAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No exemption is read here.");

    public Task<IReadOnlyList<MachineUser>> ReadMachineUsersAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("No machine user is read here.");

    public Task<RegisterAt> ReadAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody asks for the people here.");

    public Task<ResetFiles> ReadResetsAsync(string sha, CancellationToken cancellationToken) => throw new InvalidOperationException("Nobody asks for the resets here.");
}
