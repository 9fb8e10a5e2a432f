using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Membership;

/// <summary>
/// Names people whose password Gatehouse took away and who have one again that it did not mail. The credential report says where to look, in two calls
/// for any number of users and in none where no password was taken away; before anybody is named, the ledger and the login profile itself are asked.
/// </summary>
public sealed partial class PasswordDrift(UnusedPasswords passwords, ICredentialReport report, Audit audit, IAccount account, ILogger<PasswordDrift> log)
{
    public async Task<IReadOnlyList<Finding>> FindAsync(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var gone = (await passwords.GoneAsync(cancellationToken))
            .Where(password => snapshot.Find(password.Person) is { Managed: true, Denied: false })
            .GroupBy(password => password.Person)
            .ToDictionary(same => same.Key, same => same.Max(password => password.At));
        var findings = new List<Finding>();
        foreach (var (person, since) in gone.Count == 0 ? [] : await EnabledAsync(gone, cancellationToken))
        {
            var trail = await audit.OfPersonAsync(person, cancellationToken);
            if (!trail.Any(entry => entry.Outcome == Outcome.Welcomed && entry.At > since) && await account.HasPasswordAsync(person, cancellationToken))
            {
                findings.Add(new Finding(FindingKind.ChangedByHand, person.Value, "was given a console password"));
            }
        }

        return findings;
    }

    /// <summary>A report that IAM does not make in time is looked for by the next run: nobody's deletion waits for it.</summary>
    private async Task<IEnumerable<(UserName Person, DateTimeOffset Since)>> EnabledAsync(Dictionary<UserName, DateTimeOffset> gone, CancellationToken cancellationToken)
    {
        try
        {
            return Enabled(gone, await report.ReadAsync(cancellationToken));
        }
        catch (CredentialReportLateException late)
        {
            Log.NotLookedAt(log, late.Message);
            return [];
        }
    }

    private static IEnumerable<(UserName Person, DateTimeOffset Since)> Enabled(Dictionary<UserName, DateTimeOffset> gone, CredentialReport report) => report.Rows
        .Where(row => !row.IsRoot && row.PasswordEnabled is true)
        .Select(row => new UserName(row.User))
        .Where(gone.ContainsKey)
        .Select(person => (person, gone[person]))
        .OrderBy(one => one.person);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Passwords given by hand were not looked for in this run. {Why}")]
        public static partial void NotLookedAt(ILogger log, string why);
    }
}
