using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Keys.Report;

/// <summary>All that was read of one account for a report.</summary>
/// <param name="Number">Its twelve digits.</param>
/// <param name="Users">Its users, for their tags.</param>
/// <param name="Report">Its credential report.</param>
/// <param name="Records">What the ledger knows of its keys.</param>
public sealed record SeenAccount(string Number, Snapshot Users, CredentialReport Report, IReadOnlyList<KeyRecord> Records)
{
    /// <summary>The keys as IAM lists them now, of those who have some in the report; none where nobody asked for that.</summary>
    public IReadOnlyDictionary<UserName, IReadOnlyList<LiveKey>> Live { get; init; } = new Dictionary<UserName, IReadOnlyList<LiveKey>>();
}

/// <summary>A key as IAM lists it now, with its last use where the credential report does not know the key.</summary>
public sealed record LiveKey(AccessKey Key, ReportedUse? Use);
