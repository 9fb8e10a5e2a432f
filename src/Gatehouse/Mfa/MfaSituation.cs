using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Mfa;

/// <summary>Everything that is known of one person when it is decided what to do about their MFA.</summary>
/// <param name="User">Who, and whether they are ours.</param>
/// <param name="Devices">The devices that they have now.</param>
/// <param name="Names">How devices must be named.</param>
/// <param name="Now">The time of the decision.</param>
public sealed record MfaSituation(MfaUser User, IReadOnlyList<MfaDevice> Devices, DeviceNames Names, DateTimeOffset Now)
{
    /// <summary>Whether everything is denied to them: they are on the way out, and nobody is told anything.</summary>
    public bool Leaving { get; init; }

    /// <summary>How long a wrongly named device stays while a good one is there.</summary>
    public TimeSpan Grace { get; init; }

    /// <summary>What the ledger knows of devices that must go.</summary>
    public IReadOnlyList<MfaGrace> Graces { get; init; } = [];

    /// <summary>What the ledger knows of devices that were added without MFA.</summary>
    public IReadOnlyList<UnprovedDevice> Marks { get; init; } = [];

    /// <summary>What they did themselves, where that led here; null where it was something else.</summary>
    public OwnDoing? Own { get; init; }

    /// <summary>Whether IAM was asked for nothing else since the devices were read, and nobody was told.</summary>
    public bool JustRead { get; init; }

    /// <summary>Whether they have an active access key; only known, and only looked at, where no good and proved device gives codes.</summary>
    public bool HasActiveKey { get; init; }

    /// <summary>Whether a summary tells the operations channel, so that nobody tells it at once.</summary>
    public bool Summarised { get; init; }

    /// <summary>Whether they can be mailed.</summary>
    public bool HasAddress => User.Name.Value.Contains('@', StringComparison.Ordinal);

    public IReadOnlyList<MfaDevice> Good => [.. Devices.Where(Names.IsGood)];

    /// <summary>The good ones that may not be their own doing: they take no other's place.</summary>
    public IReadOnlyList<MfaDevice> Unproved => [.. Good.Where(device => DeviceProof.IsUnproved(device, this))];

    public IReadOnlyList<MfaDevice> Proved => [.. Good.Where(device => !DeviceProof.IsUnproved(device, this))];

    public IReadOnlyList<MfaDevice> Wrong => [.. Devices.Where(device => !Names.IsGood(device))];
}
