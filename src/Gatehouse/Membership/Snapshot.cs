using Gatehouse.Aws;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>What AWS has: every IAM user of the account and every group, read by GetAccountAuthorizationDetails.</summary>
public sealed record Snapshot(IReadOnlyDictionary<UserName, SnapshotUser> Users, IReadOnlySet<string> Groups)
{
    /// <summary>The groups that the policy <c>AdministratorAccess</c> is attached to.</summary>
    public IReadOnlySet<string> AdministratorGroups { get; init; } = new HashSet<string>();

    public SnapshotUser? Find(UserName name) => Users.GetValueOrDefault(name);
}

/// <summary>One IAM user as it stands.</summary>
/// <param name="Name">As IAM spells it.</param>
/// <param name="Managed">Whether it carries the tag <c>managed-by=gatehouse</c>; only then is it ever changed.</param>
/// <param name="Groups">Every group it is in, ours or not.</param>
public sealed record SnapshotUser(UserName Name, bool Managed, IReadOnlySet<string> Groups)
{
    /// <summary>Whether it carries the inline policy by which a quarantine denies everything.</summary>
    public bool Denied { get; init; }

    /// <summary>Whether it carries the tag <c>managed-by=gatehouse-machine</c>: its keys are watched where the register lists it, and nothing else of it is touched.</summary>
    public bool Machine { get; init; }

    /// <summary>Whether the policy <c>AdministratorAccess</c> is attached to the user itself.</summary>
    public bool Administrator { get; init; }

    /// <summary>Inline policies (by name) and attached ones (by ARN) that the user itself carries, Gatehouse's own left out; sorted.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Whether AWS has put its quarantine of a leaked key on the user.</summary>
    public bool QuarantinedByAws => Policies.Any(CompromisedKeyQuarantine.IsIt);
}
