namespace Gatehouse.Cdk;

/// <summary>
/// What one deployment decides, read from the context key <c>gatehouse</c> of <c>cdk.json</c>. Every problem is found before any is
/// reported, and a key that means nothing here is a problem too, because a misspelt setting would otherwise be a silent default.
/// </summary>
public sealed record DeploymentSettings
{
    public const string ContextKey = "gatehouse";

    /// <summary>The prefix of every name in the account.</summary>
    public required string Name { get; init; }

    /// <summary>The account's number; null leaves it to the credentials of the deployment.</summary>
    public required string? Account { get; init; }

    /// <summary>The home region.</summary>
    public required string Region { get; init; }

    /// <summary>The register's repository, <c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The protected branch, whose merges count.</summary>
    public required string Branch { get; init; }

    /// <summary>The base address of GitHub's REST API.</summary>
    public required string GitHubApiUrl { get; init; }

    /// <summary>The groups that Gatehouse may put people into and take them out of; IAM refuses it every other group.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The address that welcomes come from.</summary>
    public required string MailFrom { get; init; }

    /// <summary>The SES identity (an address or a domain) that <see cref="MailFrom"/> is sent under.</summary>
    public required string MailIdentity { get; init; }

    /// <summary>Whether this stack makes the identity; otherwise it exists already.</summary>
    public required bool CreateMailIdentity { get; init; }

    /// <summary>The Slack channel of the reports, with its <c>#</c>.</summary>
    public required string Channel { get; init; }

    public required int PasswordLength { get; init; }

    public required int FirstPasswordDays { get; init; }

    /// <summary>How many days a leaver stays in quarantine; 0 deletes at once.</summary>
    public required int GraceDays { get; init; }

    /// <summary>Whether what somebody changed by hand is undone, instead of named.</summary>
    public required bool RevertDrift { get; init; }

    public required int AuditYears { get; init; }

    /// <summary>Where a person asks for help, as text for a mail.</summary>
    public required string Help { get; init; }

    /// <summary>Whether the hourly run is on.</summary>
    public required bool Reconcile { get; init; }

    /// <summary>Requests a second that the front door lets in, and how many at once.</summary>
    public required int RequestsPerSecond { get; init; }

    public required int RequestBurst { get; init; }

    /// <summary>MB of memory of each function; processor time comes with it.</summary>
    public required int Memory { get; init; }

    public required int LogRetentionDays { get; init; }

    public required int PlanRetentionDays { get; init; }

    /// <summary>Who is mailed when an alarm goes off; null for nobody.</summary>
    public required string? AlarmEmail { get; init; }

    /// <summary>Whether X-Ray traces functions and runs.</summary>
    public required bool Tracing { get; init; }

    /// <summary>Reads the context's value.</summary>
    /// <exception cref="DeploymentSettingsException">Names every problem at once: which key, what is wrong, what to write.</exception>
    public static DeploymentSettings From(object? context)
    {
        var read = new SettingsReader(context);
        var mailFrom = read.Address("mailFrom") ?? "";
        var settings = new DeploymentSettings
        {
            Name = read.Text("name", SettingShapes.Name, "gatehouse"),
            Account = read.Optional("account", SettingShapes.Account),
            Region = read.Text("region", SettingShapes.Region, "eu-west-2"),
            Repository = read.Text("repository", SettingShapes.Repository),
            Branch = read.Text("branch", SettingShapes.Branch),
            GitHubApiUrl = read.Text("githubApiUrl", SettingShapes.Https, "https://api.github.com"),
            Groups = read.Names("groups", SettingShapes.Group),
            MailFrom = mailFrom,
            MailIdentity = read.MailIdentity("mailIdentity", mailFrom),
            CreateMailIdentity = read.Flag("createMailIdentity"),
            Channel = read.Text("channel", SettingShapes.Channel, "#aws-access"),
            PasswordLength = read.Number("passwordLength", 16, 128, 16),
            FirstPasswordDays = read.Number("firstPasswordDays", 1, 90, 7),
            GraceDays = read.Number("graceDays", 0, 365, 14),
            RevertDrift = read.Flag("revertDrift"),
            AuditYears = read.Number("auditYears", 1, 100, 7),
            Help = read.Text("help", SettingShapes.Sentence),
            Reconcile = read.Flag("reconcile"),
            RequestsPerSecond = read.Number("requestsPerSecond", 1, 1000, 10),
            RequestBurst = read.Number("requestBurst", 1, 1000, 20),
            Memory = read.Number("memory", 128, 10240, 512),
            LogRetentionDays = read.OneOf("logRetentionDays", SettingShapes.LogRetentionDays, 90),
            PlanRetentionDays = read.Number("planRetentionDays", 1, 365, 30),
            AlarmEmail = read.Optional("alarmEmail", SettingShapes.Address),
            Tracing = read.Flag("tracing"),
        };
        read.RefuseProblems();
        return settings;
    }
}

/// <summary>The deployment cannot be described by these settings; nothing was synthesised.</summary>
public sealed class DeploymentSettingsException(IReadOnlyList<string> problems)
    : Exception($"cdk.json, context \"{DeploymentSettings.ContextKey}\" has {problems.Count} problem{(problems.Count == 1 ? "" : "s")}:\n"
        + string.Join('\n', problems.Select(problem => $"  - {problem}")))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
