using System.Globalization;
using Amazon.IdentityManagement;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Membership;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether the account has room, its groups, and the password policy that the mails speak of; and how many users are not Gatehouse's.</summary>
internal sealed class AccountCheck(Deployment deployment) : ICheck
{
    /// <summary>The part of IAM's limit above which there is little room left.</summary>
    private const double Full = 0.95;

    public string Name => "Account";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var iam = deployment.Room<IAmazonIdentityManagementService>();
        var snapshot = await deployment.Room<IAccount>().SnapshotAsync(cancellationToken);
        var summary = (await iam.GetAccountSummaryAsync(cancellationToken)).SummaryMap;
        return
        [
            Room(snapshot.Users.Count, summary["UsersQuota"]),
            Managed(snapshot),
            .. Groups(snapshot, deployment.Settings.Groups),
            .. Password(await deployment.Room<PasswordPolicyDrift>().FindAsync(cancellationToken), deployment.Room<PasswordPolicyDrift>().Mends),
        ];
    }

    public static Diagnosis Room(int users, int quota) => users >= Full * quota
        ? Diagnosis.Wrong(string.Create(CultureInfo.InvariantCulture, $"{users} of {quota} IAM users: there is little room for new ones"), "Remove users that nobody needs, or ask AWS to raise the quota.")
        : Diagnosis.Fine(string.Create(CultureInfo.InvariantCulture, $"{users} of {quota} IAM users"));

    public static Diagnosis Managed(Snapshot snapshot)
    {
        var (managed, others) = (snapshot.Users.Values.Count(user => user.Managed), snapshot.Users.Values.Count(user => !user.Managed));
        return others == 0
            ? Diagnosis.Fine($"{managed} are Gatehouse's, no other is there")
            : Diagnosis.Note($"{managed} are Gatehouse's; {Words.Many(others, "user is", "users are")} without the tag, and never touched", "gatehouse plan names them; a line of \"adopt\" in gatehouse.json hands one over.");
    }

    public static IEnumerable<Diagnosis> Groups(Snapshot snapshot, IReadOnlyList<string> givable) => givable
        .Where(group => !snapshot.Groups.Contains(group))
        .Select(group => Diagnosis.Wrong($"the account has no group {group}, which the deployment is to give", $"aws iam create-group --group-name {group}"));

    /// <param name="differences">What differs from the deployment's settings, one sentence each.</param>
    /// <param name="mends">The command that mends all of it.</param>
    public static IEnumerable<Diagnosis> Password(IReadOnlyList<string> differences, string mends) => differences.Count == 0
        ? [Diagnosis.Fine("the password policy is the one that the mails speak of")]
        : differences.Select(difference => Diagnosis.Wrong(difference, mends));
}
