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

    /// <summary>The kinds of character that a password must have: <c>upper</c>, <c>lower</c>, <c>digit</c>, <c>symbol</c>.</summary>
    public required IReadOnlyList<string> PasswordClasses { get; init; }

    /// <summary>How many earlier passwords may not be used again; 0 for any.</summary>
    public required int PasswordReuse { get; init; }

    /// <summary>After how many days a password must be changed; 0 for never.</summary>
    public required int PasswordDays { get; init; }

    /// <summary>The group whose members carry the policy of what people may do themselves; null attaches it to nobody.</summary>
    public required string? PeopleGroup { get; init; }

    /// <summary>The source addresses that people may come from, as CIDR blocks; none lets them come from anywhere.</summary>
    public required IReadOnlyList<string> AllowedAddresses { get; init; }

    /// <summary><c>prefix</c> or <c>exact</c>: how a virtual MFA device must be named after its user.</summary>
    public required string MfaNames { get; init; }

    /// <summary>How long a wrongly named device stays while a good one is there; 0 removes it at once.</summary>
    public required int MfaGraceHours { get; init; }

    /// <summary>Days without MFA until the first mail, the second, and the end of the console password; 0 for never.</summary>
    public required int MfaFirstWarningDays { get; init; }

    public required int MfaSecondWarningDays { get; init; }

    public required int MfaSuspendDays { get; init; }

    /// <summary>Whether the daily sweep over MFA devices is on.</summary>
    public required bool Watch { get; init; }

    /// <summary>The AWS organisation (<c>o-…</c>) whose accounts may send their root events; null takes this account's alone.</summary>
    public required string? Organization { get; init; }

    /// <summary>Whether GlobalEventsStack makes the trail over all regions; otherwise the account, or its organisation, has one already.</summary>
    public required bool CreateTrail { get; init; }

    /// <summary>The channel of root accounts and leaks, with its <c>#</c>.</summary>
    public required string RootChannel { get; init; }

    /// <summary>How Slack mentions the on-call group; null where there is none.</summary>
    public required string? OnCall { get; init; }

    /// <summary>The mailing list that a root alert goes to when Slack does not take it in time; null where there is none.</summary>
    public required string? RootMailTo { get; init; }

    /// <summary>After how many minutes without Slack a root alert is mailed.</summary>
    public required int RootMailMinutes { get; init; }

    /// <summary>After how many minutes a root password's request without completion is said.</summary>
    public required int RootCompletionMinutes { get; init; }

    /// <summary>Whether the daily sweep over access keys is on.</summary>
    public required bool SweepKeys { get; init; }

    /// <summary>Whether sweeps over access keys act; otherwise they say what they would do, and do nothing.</summary>
    public required bool KeysAct { get; init; }

    /// <summary>The days of age on which a key's owner is warned, ascending.</summary>
    public required IReadOnlyList<int> KeyWarningDays { get; init; }

    /// <summary>From which day of age on a key is made inactive; 0 never.</summary>
    public required int KeyDeactivateDays { get; init; }

    /// <summary>How many days after Gatehouse made it inactive a key is deleted; 0 never.</summary>
    public required int KeyDeleteDays { get; init; }

    /// <summary>The least days between an accepted warning and the end of a key.</summary>
    public required int KeyNoticeDays { get; init; }

    /// <summary>After how many days without use a key counts as unused; 0 never.</summary>
    public required int UnusedAfter { get; init; }

    /// <summary>After how many days without use a key is made inactive before its age would; 0 never.</summary>
    public required int UnusedDeactivateAfter { get; init; }

    /// <summary>The most keys that one run makes inactive before it asks.</summary>
    public required int KeyMostDeactivations { get; init; }

    /// <summary>The most percent of the active keys that one run makes inactive before it asks.</summary>
    public required int KeyMostShare { get; init; }

    /// <summary>Below this many active keys the percentage is not looked at.</summary>
    public required int KeyShareFrom { get; init; }

    /// <summary>The other accounts whose keys are watched, by their twelve digits.</summary>
    public required IReadOnlyList<string> KeyAccounts { get; init; }

    /// <summary>Whether a leaked key of a protected machine user is made inactive too, instead of only told.</summary>
    public required bool LeakCutsProtected { get; init; }

    /// <summary>How many days a deploy key that was replaced stays inactive before it is deleted.</summary>
    public required int DeployKeyGraceDays { get; init; }

    /// <summary>How long a rotation waits for its test workflow.</summary>
    public required int DeployKeyTestMinutes { get; init; }

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
            PasswordLength = read.Number("passwordLength", 8, 128, 16),
            PasswordClasses = read.NamesOrNone("passwordClasses", SettingShapes.PasswordClass),
            PasswordReuse = read.Number("passwordReuse", 0, 24, 24),
            PasswordDays = read.Number("passwordDays", 0, 1095, 0),
            PeopleGroup = read.Optional("peopleGroup", SettingShapes.Group),
            AllowedAddresses = read.NamesOrNone("allowedAddresses", SettingShapes.AddressBlock),
            MfaNames = read.Text("mfaNames", SettingShapes.MfaNames, "prefix"),
            MfaGraceHours = read.Number("mfaGraceHours", 0, 720, 0),
            MfaFirstWarningDays = read.Number("mfaFirstWarningDays", 0, 365, 3),
            MfaSecondWarningDays = read.Number("mfaSecondWarningDays", 0, 365, 7),
            MfaSuspendDays = read.Number("mfaSuspendDays", 0, 365, 14),
            Watch = read.Flag("watch"),
            Organization = read.Optional("organization", SettingShapes.Organization),
            CreateTrail = read.Flag("createTrail"),
            RootChannel = read.Text("rootChannel", SettingShapes.Channel, "#cyber-security-help"),
            OnCall = read.Optional("onCall", SettingShapes.Mention),
            RootMailTo = read.Optional("rootMailTo", SettingShapes.Address),
            RootMailMinutes = read.Number("rootMailMinutes", 1, 1440, 15),
            RootCompletionMinutes = read.Number("rootCompletionMinutes", 5, 1440, 60),
            SweepKeys = read.Flag("sweepKeys"),
            KeysAct = read.Flag("keysAct"),
            KeyWarningDays = read.Numbers("keyWarningDays", 1, 3650, [76, 83, 89]),
            KeyDeactivateDays = read.Number("keyDeactivateDays", 0, 3650, 90),
            KeyDeleteDays = read.Number("keyDeleteDays", 0, 3650, 30),
            KeyNoticeDays = read.Number("keyNoticeDays", 0, 90, 7),
            UnusedAfter = read.Number("unusedAfter", 0, 3650, 45),
            UnusedDeactivateAfter = read.Number("unusedDeactivateAfter", 0, 3650, 0),
            KeyMostDeactivations = read.Number("keyMostDeactivations", 0, 5000, 25),
            KeyMostShare = read.Number("keyMostShare", 0, 100, 10),
            KeyShareFrom = read.Number("keyShareFrom", 0, 5000, 50),
            KeyAccounts = read.NamesOrNone("keyAccounts", SettingShapes.Account),
            LeakCutsProtected = read.Flag("leakCutsProtected"),
            DeployKeyGraceDays = read.Number("deployKeyGraceDays", 1, 365, 7),
            DeployKeyTestMinutes = read.Number("deployKeyTestMinutes", 1, 360, 30),
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
        SettingsTogether.Check(settings, read);
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
