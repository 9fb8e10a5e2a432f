using Gatehouse.Runtime;

namespace Gatehouse.Cli.Deployments;

/// <summary>
/// What the tool knows of a deployment, by the names under which its functions know it (<see cref="SettingNames"/>). Asked in this order:
/// <list type="table">
/// <listheader><term>from</term><description>what</description></listheader>
/// <item><term>the environment</term><description>every setting, when somebody set it</description></item>
/// <item><term>the deployment's name</term><description>what is named after it: the table, the state machine, the secrets</description></item>
/// <item><term>cdk.json of the checkout</term><description>what the deployment decides; only where that file describes this deployment</description></item>
/// </list>
/// What none of them knows is refused with what to set: a default guessed here could reach the wrong repository.
/// </summary>
internal sealed class DeploymentKnowledge(string deployment, string region, Func<string, string?> environment, CdkJson? cdk, Caller caller)
{
    public const string UsualName = "gatehouse";

    /// <summary>Where each decision stands in <c>cdk.json</c>, and what a deployment takes when it is left out or empty there; "" is none.</summary>
    private static readonly Dictionary<string, (string Key, string? Otherwise)> Decisions = new()
    {
        [SettingNames.Repository] = ("repository", null),
        [SettingNames.Branch] = ("branch", null),
        [SettingNames.GitHubUrl] = ("githubApiUrl", "https://api.github.com"),
        [SettingNames.MailFrom] = ("mailFrom", null),
        [SettingNames.Channel] = ("channel", "#aws-access"),
        [SettingNames.PasswordLength] = ("passwordLength", "16"),
        [SettingNames.FirstPasswordDays] = ("firstPasswordDays", "7"),
        [SettingNames.GraceDays] = ("graceDays", "14"),
        [SettingNames.RevertDrift] = ("revertDrift", "off"),
        [SettingNames.Groups] = ("groups", null),
        [SettingNames.AuditYears] = ("auditYears", UsualAuditYears),
        [SettingNames.Help] = ("help", null),
        [SettingNames.Reconcile] = ("reconcile", "off"),
        [SettingNames.PasswordClasses] = ("passwordClasses", "none"),
        [SettingNames.PasswordReuse] = ("passwordReuse", "24"),
        [SettingNames.PasswordDays] = ("passwordDays", "0"),
        [SettingNames.MfaNames] = ("mfaNames", "prefix"),
        [SettingNames.MfaGraceHours] = ("mfaGraceHours", "0"),
        [SettingNames.MfaFirstWarningDays] = ("mfaFirstWarningDays", "3"),
        [SettingNames.MfaSecondWarningDays] = ("mfaSecondWarningDays", "7"),
        [SettingNames.MfaSuspendDays] = ("mfaSuspendDays", "14"),
        [SettingNames.RootChannel] = ("rootChannel", "#cyber-security-help"),
        [SettingNames.OnCall] = ("onCall", ""),
        [SettingNames.RootMailTo] = ("rootMailTo", ""),
        [SettingNames.RootMailMinutes] = ("rootMailMinutes", "15"),
        [SettingNames.RootCompletionMinutes] = ("rootCompletionMinutes", "60"),
        [SettingNames.SweepKeys] = ("sweepKeys", "off"),
        [SettingNames.KeysAct] = ("keysAct", "off"),
        [SettingNames.KeyWarningDays] = ("keyWarningDays", "76 83 89"),
        [SettingNames.KeyDeactivateDays] = ("keyDeactivateDays", "90"),
        [SettingNames.KeyDeleteDays] = ("keyDeleteDays", "30"),
        [SettingNames.KeyNoticeDays] = ("keyNoticeDays", "7"),
        [SettingNames.UnusedAfter] = ("unusedAfter", "45"),
        [SettingNames.UnusedDeactivateAfter] = ("unusedDeactivateAfter", "0"),
        [SettingNames.KeyMostDeactivations] = ("keyMostDeactivations", "25"),
        [SettingNames.KeyMostShare] = ("keyMostShare", "10"),
        [SettingNames.KeyShareFrom] = ("keyShareFrom", "50"),
        [SettingNames.KeyAccounts] = ("keyAccounts", "none"),
        [SettingNames.LeakCutsProtected] = ("leakCutsProtected", "off"),
        [SettingNames.DeployKeyGraceDays] = ("deployKeyGraceDays", "7"),
        [SettingNames.DeployKeyTestMinutes] = ("deployKeyTestMinutes", "30"),
    };

    /// <summary>The one default that holds without <c>cdk.json</c>: a revoke must not fail for want of it.</summary>
    private const string UsualAuditYears = "7";

    /// <summary>The settings, as every room takes them.</summary>
    public Settings Settings => new(Find);

    /// <exception cref="DeploymentUnknownException">Nobody knows it; the message says what to set.</exception>
    public string Find(string name) => Set(name) ?? Named(name) ?? Decided(name) ?? Usual(name) ?? throw new DeploymentUnknownException(
        $"{name} is not known: {WhyNot()}. Run the command in the checkout that was deployed, or set {name} in the environment; README.md, \"The settings\", says what it holds.");

    private string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;

    private string? Named(string name) => name switch
    {
        SettingNames.HomeRegion => region,
        SettingNames.HomeAccount => caller.Account,
        SettingNames.Table => $"{deployment}-ledger",
        SettingNames.Machine => $"arn:{caller.Partition}:states:{region}:{caller.Account}:stateMachine:{deployment}-membership",
        SettingNames.WebhookSecret => $"{deployment}/github-webhook",
        SettingNames.GitHubSecret => $"{deployment}/github",
        SettingNames.SlackSecret => $"{deployment}/slack",
        SettingNames.MailConfigurationSet => deployment,
        SettingNames.RolePath => $"/{deployment}/",
        _ => null,
    };

    private string? Decided(string name) =>
        cdk is not null && cdk.Name == deployment && Decisions.TryGetValue(name, out var decision)
            ? cdk.Find(decision.Key) is { Length: > 0 } decided ? decided : decision.Otherwise
            : null;

    private static string? Usual(string name) => name == SettingNames.AuditYears ? UsualAuditYears : null;

    private string WhyNot() => cdk switch
    {
        null => "no cdk.json of Gatehouse is in this folder or above it",
        _ when cdk.Name != deployment => $"{cdk.Path} describes the deployment {cdk.Name}, not {deployment}",
        _ => $"{cdk.Path} does not say",
    };
}

/// <summary>Something about the deployment is not known, and the message says what to set.</summary>
internal sealed class DeploymentUnknownException(string message) : Exception(message);
