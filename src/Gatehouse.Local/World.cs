using Gatehouse.Local.Aws;
using Gatehouse.Local.Clock;
using Gatehouse.Local.GitHub;

namespace Gatehouse.Local;

/// <summary>What every part of the running world shares.</summary>
public sealed class World(Ports ports, WorldDirectories directories, WorldSettings settings)
{
    public const string Account = "111122223333";
    public const string HomeRegion = "eu-west-2";
    public const string GlobalRegion = "us-east-1";

    public Ports Ports { get; } = ports;

    public WorldDirectories Directories { get; } = directories;

    public WorldSettings Settings { get; } = settings;

    public WorldClock Clock { get; } = new();

    /// <summary>Every call to AWS, GitHub and Slack, counted as <c>service:Action</c>.</summary>
    public CallLog Calls { get; } = new();

    /// <summary>The errors that a test has asked for.</summary>
    public Faults Faults { get; } = new();

    /// <summary>What SES accepted.</summary>
    public Inbox Inbox { get; } = new();

    /// <summary>Where AWS clients go: the gateway, never moto itself.</summary>
    public Uri Aws => Ports.Address(Ports.Aws);

    /// <summary>The register's GitHub, made when it is first asked for; whoever ends the world disposes of it.</summary>
    public GitHubStandIn GitHub => field ??= GitHubStandIn.Of(this);
}
