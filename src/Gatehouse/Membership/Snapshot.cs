using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>What AWS has: every IAM user of the account and every group, read by GetAccountAuthorizationDetails.</summary>
public sealed record Snapshot(IReadOnlyDictionary<UserName, SnapshotUser> Users, IReadOnlySet<string> Groups)
{
    public SnapshotUser? Find(UserName name) => Users.GetValueOrDefault(name);
}

/// <summary>One IAM user as it stands.</summary>
/// <param name="Name">As IAM spells it.</param>
/// <param name="Managed">Whether it carries the tag <c>managed-by=gatehouse</c>; only then is it ever changed.</param>
/// <param name="Groups">Every group it is in, ours or not.</param>
public sealed record SnapshotUser(UserName Name, bool Managed, IReadOnlySet<string> Groups);
