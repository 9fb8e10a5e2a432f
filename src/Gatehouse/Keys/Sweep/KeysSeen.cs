using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;

namespace Gatehouse.Keys.Sweep;

/// <summary>Everything about one account that a sweep over access keys is decided from. The report says where to look, and is never the ground for an action.</summary>
/// <param name="Account">Its twelve digits.</param>
/// <param name="Users">Every user of it.</param>
/// <param name="Report">Its credential report, up to four hours old.</param>
/// <param name="Records">What the ledger knows of its keys.</param>
/// <param name="Now">The moment of deciding.</param>
public sealed record KeysSeen(string Account, Snapshot Users, CredentialReport Report, IReadOnlyList<KeyRecord> Records, DateTimeOffset Now)
{
    public required KeyRegister Register { get; init; }

    public required KeyRule Rule { get; init; }

    /// <summary>Whether it is the base account.</summary>
    public bool IsBase { get; init; }

    /// <summary>Keys that an exemption names, and that the account does not have.</summary>
    public IReadOnlyList<AccessKeyId> Unknown { get; init; } = [];
}
