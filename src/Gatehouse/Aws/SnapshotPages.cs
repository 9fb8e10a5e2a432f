using Amazon.IdentityManagement.Model;
using Gatehouse.Membership;
using Gatehouse.Register;

namespace Gatehouse.Aws;

/// <summary>Puts a snapshot together from pages of GetAccountAuthorizationDetails. Groups and users come mixed, each on any page.</summary>
internal sealed class SnapshotPages
{
    private const string AdministratorAccess = ":policy/AdministratorAccess";

    private readonly List<UserDetail> users = [];
    private readonly HashSet<string> groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> administrating = new(StringComparer.OrdinalIgnoreCase);

    public void Add(GetAccountAuthorizationDetailsResponse page)
    {
        users.AddRange(page.UserDetailList ?? []);
        foreach (var group in page.GroupDetailList ?? [])
        {
            groups.Add(group.GroupName);
            if (Administrates(group.AttachedManagedPolicies))
            {
                administrating.Add(group.GroupName);
            }
        }
    }

    public Snapshot Whole() => new(users.Select(Read).ToDictionary(user => user.Name), groups) { AdministratorGroups = administrating };

    private SnapshotUser Read(UserDetail user)
    {
        var inline = (user.UserPolicyList ?? []).Select(policy => policy.PolicyName).ToList();
        var attached = user.AttachedManagedPolicies ?? [];
        var memberOf = (user.GroupList ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new SnapshotUser(new UserName(user.UserName), ManagedTags.AreOurs(user.Tags), memberOf)
        {
            Denied = inline.Remove(QuarantinePolicy.Name),
            Administrator = Administrates(attached),
            Policies = [.. inline.Concat(attached.Select(policy => policy.PolicyArn)).Order(StringComparer.Ordinal)],
        };
    }

    private static bool Administrates(IEnumerable<AttachedPolicyType>? attached) =>
        attached?.Any(policy => policy.PolicyArn.EndsWith(AdministratorAccess, StringComparison.Ordinal)) ?? false;
}
