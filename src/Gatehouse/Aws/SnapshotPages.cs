using Amazon.IdentityManagement.Model;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Puts a snapshot together from the pages of GetAccountAuthorizationDetails; a group may come on a later page than the users in it.</summary>
internal sealed class SnapshotPages
{
    private const string AdministratorAccess = ":policy/AdministratorAccess";

    private readonly Dictionary<UserName, SnapshotUser> users = [];
    private readonly HashSet<string> groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> administrating = new(StringComparer.OrdinalIgnoreCase);

    public void Add(GetAccountAuthorizationDetailsResponse page)
    {
        foreach (var user in (page.UserDetailList ?? []).Select(Read))
        {
            users[user.Name] = user;
        }

        foreach (var group in page.GroupDetailList ?? [])
        {
            groups.Add(group.GroupName);
            if (Administrates(group.AttachedManagedPolicies))
            {
                administrating.Add(group.GroupName);
            }
        }
    }

    public Snapshot Whole() => new(users, groups) { AdministratorGroups = administrating };

    private static SnapshotUser Read(UserDetail user)
    {
        var inline = (user.UserPolicyList ?? []).Select(policy => policy.PolicyName).Where(policy => policy != RevokedSessionsPolicy.Name).ToList();
        var attached = user.AttachedManagedPolicies ?? [];
        return new SnapshotUser(new UserName(user.UserName), ManagedTags.AreOurs(user.Tags), (user.GroupList ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase))
        {
            Machine = ManagedTags.AreOfMachine(user.Tags),
            Denied = inline.Remove(QuarantinePolicy.Name),
            Administrator = Administrates(attached),
            Policies = [.. inline.Concat(attached.Select(policy => policy.PolicyArn)).Order(StringComparer.Ordinal)],
        };
    }

    private static bool Administrates(IEnumerable<AttachedPolicyType>? attached) =>
        attached?.Any(policy => policy.PolicyArn.EndsWith(AdministratorAccess, StringComparison.Ordinal)) ?? false;
}
