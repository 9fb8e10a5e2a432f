using Amazon.Runtime;
using Gatehouse.Aws;
using Gatehouse.Cli.Deployments;
using Gatehouse.Cli.Output;
using Gatehouse.Keys;
using Gatehouse.Register;

namespace Gatehouse.Cli.Doctor;

/// <summary>Whether a sweep over access keys would do its work: the register's files about keys, every account that is watched, and whether it acts.</summary>
internal sealed class KeysCheck(Deployment deployment) : ICheck
{
    public string Name => "Access keys";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var source = deployment.Room<IRegisterSource>();
        var head = await source.HeadAsync(cancellationToken);
        var files = await KeyFilesReader.ReadAsync(source, head, cancellationToken);
        var register = await PeopleAsync(source, head, cancellationToken);
        List<Diagnosis> found = [.. Judge(files, register, deployment.Settings.HomeAccount, deployment.Clock.GetUtcNow()), .. Judge(deployment.Settings.KeysAct)];
        foreach (var account in deployment.Settings.KeyAccounts.Prepend(deployment.Settings.HomeAccount).Distinct())
        {
            found.Add(await LookAsync(account, cancellationToken));
        }

        return found;
    }

    public static IEnumerable<Diagnosis> Judge(KeyFiles files, PeopleRegister people, string home, DateTimeOffset now)
    {
        var troubles = files.Problems.Concat(files.Conflicts(people, home)).ToList();
        if (troubles.Count > 0)
        {
            return troubles.Select(problem => Diagnosis.Wrong($"{problem.Place}: {problem.What}", $"{problem.Mend} While a file cannot be read, no sweep does anything."));
        }

        var holding = files.Exemptions.Count(exemption => exemption.HoldsAt(now));
        return
        [
            Diagnosis.Fine(
                $"{Words.Many(holding, "exemption")} {(holding == 1 ? "holds" : "hold")}, {files.Exemptions.Count - holding} ended; {Words.Many(files.Machines.Count, "machine user")}, {files.Machines.Count(machine => machine.Rotation is not null)} with a rotation"),
        ];
    }

    public static IEnumerable<Diagnosis> Judge(bool acts) =>
        acts ? [] : [Diagnosis.Note("sweeps only say what they would do (dry run)", "Read a few of their summaries, then write \"keysAct\": true into cdk.json and deploy.")];

    /// <summary>The register's own check says what is wrong with it.</summary>
    private static async Task<PeopleRegister> PeopleAsync(IRegisterSource source, string head, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.ReadAsync(head, cancellationToken)).Register;
        }
        catch (RegisterUnreadableException)
        {
            return new PeopleRegister([], []);
        }
    }

    private async Task<Diagnosis> LookAsync(string account, CancellationToken cancellationToken)
    {
        try
        {
            var entered = await deployment.Room<IKeyAccounts>().EnterAsync(account, cancellationToken);
            var report = await entered.Report.ReadAsync(cancellationToken);
            return Diagnosis.Fine($"{account} has a credential report of {Words.Minute(report.Generated)} UTC, with {Words.Many(report.Rows.Count(row => !row.IsRoot), "user")}");
        }
        catch (AccountNotEnteredException mine)
        {
            return Diagnosis.Note($"{account} cannot be looked at with your own credentials: {mine.Message}", "The functions have other rights: a sweep that cannot enter it says so in Slack and fails.");
        }
        catch (Exception refused) when (refused is CredentialReportLateException or CredentialReportUnreadableException or AmazonServiceException)
        {
            return Diagnosis.Wrong($"{account} cannot be looked at: {refused.Message}", "Mend that; until then its keys are watched by nobody, and every sweep says so and fails.");
        }
    }
}
