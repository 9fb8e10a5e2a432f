namespace Gatehouse.Keys.Report;

/// <summary>What is said above a report: how fresh it is, and what is missing in it. Pure.</summary>
public static class KeysHead
{
    /// <summary>How old what it says can be; a sentence.</summary>
    public static string Stood(EveryonesKeys report)
    {
        var stood = report.Accounts.Where(account => account.Stood is not null).Select(account => account.Stood!.Value).ToList();
        var dry = report.Rule.Acts ? "" : " Sweeps only say what they would do: keysAct is off.";
        return stood.Count == 0 ? "No account could be looked at." : $"IAM's credential {(stood.Count == 1 ? "report is" : "reports are")} of {KeyWords.Minute(stood.Min())} UTC{(stood.Count == 1 ? "" : " or later")}; IAM makes one every four hours, so what happened since is not in it.{dry}";
    }

    /// <summary>What is missing, each as a sentence or more.</summary>
    public static IEnumerable<string> Troubles(EveryonesKeys report) =>
    [
        .. report.Accounts.Where(account => account.Failure is not null).Select(account => $"Account {account.Number} is not in this report: {account.Failure}"),
        .. report.Problems.Take(1).Select(_ => "The register's files about keys cannot be read, so no sweep does anything, and what happens next is not known until they are mended:"),
        .. report.Problems.Select(problem => problem.ToString()),
    ];
}
