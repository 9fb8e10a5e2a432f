using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;

namespace Gatehouse.Membership;

/// <summary>
/// Names people whose password Gatehouse took away and who have one again that it did not mail. The credential report says where to look, in two calls
/// for any number of users and in none where no password was taken away; before anybody is named, the ledger and the login profile itself are asked.
/// </summary>
public sealed class PasswordDrift(UnusedPasswords passwords, ICredentialReport report, Audit audit, IAccount account)
{
    public async Task<IReadOnlyList<Finding>> FindAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var gone = (await passwords.GoneAsync(cancellationToken))
            .Where(password => snapshot.Find(password.Person) is { Managed: true, Denied: false })
            .GroupBy(password => password.Person)
            .ToDictionary(same => same.Key, same => same.Max(password => password.At));
        var findings = new List<Finding>();
        foreach (var (person, since) in gone.Count == 0 ? [] : Enabled(gone, await report.ReadAsync(cancellationToken)))
        {
            var trail = await audit.OfPersonAsync(person, cancellationToken);
            if (!trail.Any(entry => entry.Outcome == Outcome.Welcomed && entry.At > since) && await account.HasPasswordAsync(person, cancellationToken))
            {
                findings.Add(new Finding(FindingKind.ChangedByHand, person.Value, "was given a console password"));
            }
        }

        return findings;
    }

    private static IEnumerable<(UserName Person, DateTimeOffset Since)> Enabled(Dictionary<UserName, DateTimeOffset> gone, CredentialReport report) => report.Rows
        .Where(row => !row.IsRoot && row.PasswordEnabled is true)
        .Select(row => new UserName(row.User))
        .Where(gone.ContainsKey)
        .Select(person => (person, gone[person]))
        .OrderBy(one => one.person);
}
