using Gatehouse.Local.Aws;
using Gatehouse.Local.Clock;
using Gatehouse.Local.Deploy;
using Gatehouse.Local.Events;
using Gatehouse.Local.GitHub;
using Gatehouse.Local.HttpApi;
using Gatehouse.Local.Lambda;
using Gatehouse.Local.Moto;
using Gatehouse.Local.Queues;
using Gatehouse.Local.Slack;

namespace Gatehouse.Local;

/// <summary>What every part of the running world shares.</summary>
public sealed class World : IDisposable
{
    public const string Account = "111122223333";
    public const string HomeRegion = "eu-west-2";
    public const string GlobalRegion = "us-east-1";

    /// <summary>The organisation that every account of the world is of, except <see cref="Stranger"/>.</summary>
    public const string Organization = "o-exampleorg1";

    /// <summary>An account that is of no organisation.</summary>
    public const string Stranger = "999988887777";

    public World(WorldDirectories directories, WorldSettings settings)
    {
        Ports = new Ports(settings.Port);
        Directories = directories;
        Settings = settings;
        Clock = new WorldClock(directories.Clock);
        Moto = new MotoClient(Ports.Moto);
        Functions = new Functions(Moto);
        Logs = new FunctionLogs(directories.Logs);
        Pool = new FunctionPool(this);
        Rules = new BusRules(Moto);
        Events = new EventRouter(this);
        Queues = new QueueFeeds(this);
    }

    public static string? OrganizationOf(string account) => account == Stranger ? null : Organization;

    public static IReadOnlyList<string> Regions { get; } = [HomeRegion, GlobalRegion];

    public Ports Ports { get; }

    public WorldDirectories Directories { get; }

    public WorldSettings Settings { get; }

    /// <summary>AWS without the gateway, for what the world itself asks.</summary>
    public MotoClient Moto { get; }

    public Functions Functions { get; }

    public FunctionLogs Logs { get; }

    public FunctionPool Pool { get; }

    public EventRouter Events { get; }

    public BusRules Rules { get; }

    /// <summary>The events that were put, and where they went.</summary>
    public EventLog EventLog { get; } = new();

    /// <summary>The queues that feed functions; none until the stacks are deployed.</summary>
    public QueueFeeds Queues { get; }

    /// <summary>The routes of the deployed HTTP API; none until the stack is deployed.</summary>
    public IReadOnlyList<HttpApiRoute> Routes { get; set; } = [];

    /// <summary>What CloudFormation asks functions for.</summary>
    public CustomResources CustomResources => field ??= new CustomResources(this);

    /// <summary>The deployed schedules; none until the stack is deployed.</summary>
    public IReadOnlyList<Schedule> Schedules { get; set; } = [];

    public WorldClock Clock { get; }

    /// <summary>Every call to AWS, GitHub and Slack, counted as <c>service:Action</c>.</summary>
    public CallLog Calls { get; } = new();

    /// <summary>The errors that a test has asked for.</summary>
    public Faults Faults { get; } = new();

    /// <summary>What SES accepted.</summary>
    public Inbox Inbox { get; } = new();

    /// <summary>What calls to GitHub and Slack pass.</summary>
    public CallGate Gate => field ??= new CallGate(Calls, Faults, () => Pool.Processes);

    /// <summary>What was posted to Slack.</summary>
    public SlackMessages Slack => field ??= new SlackMessages(Directories.State);

    /// <summary>The register's GitHub, made when it is first asked for; whoever ends the world disposes of it.</summary>
    public GitHubStandIn GitHub => field ??= GitHubStandIn.Of(this);

    /// <summary>Where AWS clients go: the gateway, never moto itself.</summary>
    public Uri Aws => Ports.Address(Ports.Aws);

    public void Dispose()
    {
        Queues.Dispose();
        Pool.Dispose();
        Logs.Dispose();
        Moto.Dispose();
    }
}
