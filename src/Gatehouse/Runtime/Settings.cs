using System.Globalization;

namespace Gatehouse.Runtime;

/// <summary>
/// What a deployment tells its functions (<see cref="SettingNames"/>), read when it is needed. A setting that is missing, or that is not
/// the number it should be, is refused with its name, because a default guessed here would hide a broken deployment.
/// </summary>
/// <param name="environment">Gives the value of an environment variable, or null.</param>
public sealed class Settings(Func<string, string?> environment)
{
    /// <summary><c>owner/name</c> of the register's repository.</summary>
    public string Repository => Required(SettingNames.Repository);

    /// <summary>The protected branch, whose merges count.</summary>
    public string Branch => Required(SettingNames.Branch);

    /// <summary>The base address of GitHub's REST API, without a slash at its end.</summary>
    public string GitHubUrl => Required(SettingNames.GitHubUrl).TrimEnd('/');

    public string Table => Required(SettingNames.Table);

    public string PlanBucket => Required(SettingNames.PlanBucket);

    /// <summary>The ARN of the <c>membership</c> state machine; only the intake knows it.</summary>
    public string Machine => Required(SettingNames.Machine);

    public string WebhookSecret => Required(SettingNames.WebhookSecret);

    public string GitHubSecret => Required(SettingNames.GitHubSecret);

    public string SlackSecret => Required(SettingNames.SlackSecret);

    public string MailFrom => Required(SettingNames.MailFrom);

    public string MailConfigurationSet => Required(SettingNames.MailConfigurationSet);

    /// <summary>The operations channel, with its <c>#</c>.</summary>
    public string Channel => Required(SettingNames.Channel);

    /// <summary>The least number of characters that the account's password policy takes.</summary>
    public int PasswordLength => Number(SettingNames.PasswordLength);

    /// <summary>After how many days an unused first password ends.</summary>
    public int FirstPasswordDays => Number(SettingNames.FirstPasswordDays);

    /// <summary>How many days a leaver stays in quarantine; 0 deletes at once.</summary>
    public int GraceDays => Number(SettingNames.GraceDays);

    /// <summary>Whether a run undoes what somebody changed by hand, instead of naming it.</summary>
    public bool RevertDrift => Required(SettingNames.RevertDrift) == "on";

    /// <summary>The groups that Gatehouse may put people into.</summary>
    public IReadOnlyList<string> Groups => Required(SettingNames.Groups).Split(' ');

    /// <summary>The ARN of the <c>preview</c> state machine; only the intake knows it.</summary>
    public string PreviewMachine => Required(SettingNames.PreviewMachine);

    /// <summary>The ARN of the <c>leaks</c> state machine; only the intake knows it.</summary>
    public string LeaksMachine => Required(SettingNames.LeaksMachine);

    /// <summary>How many years audit entries are kept.</summary>
    public int AuditYears => Number(SettingNames.AuditYears);

    /// <summary>Where a person asks for help, as text for a mail.</summary>
    public string Help => Required(SettingNames.Help);

    /// <summary>Whether the hourly reconcile run is switched on.</summary>
    public bool Reconcile => Required(SettingNames.Reconcile) == "on";

    public string HomeRegion => Required(SettingNames.HomeRegion);

    /// <summary>The twelve digits of the base account.</summary>
    public string HomeAccount => Required(SettingNames.HomeAccount);

    /// <summary>The kinds of character that a password must have: <c>upper</c>, <c>lower</c>, <c>digit</c>, <c>symbol</c>; none where only the length counts.</summary>
    public IReadOnlyList<string> PasswordClasses => Required(SettingNames.PasswordClasses) is "none" ? [] : Required(SettingNames.PasswordClasses).Split(' ');

    /// <summary>How many earlier passwords may not be used again; 0 for any.</summary>
    public int PasswordReuse => Number(SettingNames.PasswordReuse);

    /// <summary>After how many days a password must be changed; 0 for never.</summary>
    public int PasswordDays => Number(SettingNames.PasswordDays);

    /// <summary>The path of the functions' roles, with its slashes: what a role under it does in IAM is Gatehouse's own doing.</summary>
    public string RolePath => Required(SettingNames.RolePath);

    /// <summary>How a virtual MFA device must be named: <c>prefix</c>, begins with the user name, or <c>exact</c>, is the user name.</summary>
    public string MfaNames => Required(SettingNames.MfaNames);

    /// <summary>How long a wrongly named device stays while a good one is there; 0 removes it at once.</summary>
    public int MfaGraceHours => Number(SettingNames.MfaGraceHours);

    /// <summary>After how many days without MFA a person is mailed first; 0 never.</summary>
    public int MfaFirstWarningDays => Number(SettingNames.MfaFirstWarningDays);

    /// <summary>After how many days without MFA a person is mailed again; 0 never.</summary>
    public int MfaSecondWarningDays => Number(SettingNames.MfaSecondWarningDays);

    /// <summary>After how many days without MFA the console password is taken away; 0 never.</summary>
    public int MfaSuspendDays => Number(SettingNames.MfaSuspendDays);

    /// <summary>The channel of root accounts and leaks, with its <c>#</c>.</summary>
    public string RootChannel => Required(SettingNames.RootChannel);

    /// <summary>How Slack mentions the on-call group, such as <c>&lt;!subteam^S0EXAMPLE&gt;</c>; null where there is none.</summary>
    public string? OnCall => Optional(SettingNames.OnCall);

    /// <summary>The mailing list that a root alert goes to when Slack does not take it in time; null where there is none.</summary>
    public string? RootMailTo => Optional(SettingNames.RootMailTo);

    /// <summary>After how many minutes without Slack a root alert goes to <see cref="RootMailTo"/> as well.</summary>
    public int RootMailMinutes => Number(SettingNames.RootMailMinutes);

    /// <summary>After how many minutes without its completion the request of a root password is said to be open.</summary>
    public int RootCompletionMinutes => Number(SettingNames.RootCompletionMinutes);

    /// <summary>Whether the daily sweep over access keys is on.</summary>
    public bool SweepKeys => Required(SettingNames.SweepKeys) == "on";

    /// <summary>Whether sweeps over access keys act; otherwise they say what they would do, and do nothing.</summary>
    public bool KeysAct => Required(SettingNames.KeysAct) == "on";

    /// <summary>The days of age on which a key's owner is warned, ascending.</summary>
    public IReadOnlyList<int> KeyWarningDays => Numbers(SettingNames.KeyWarningDays);

    /// <summary>From which day of age on a key is made inactive; 0 never.</summary>
    public int KeyDeactivateDays => Number(SettingNames.KeyDeactivateDays);

    /// <summary>How many days after Gatehouse made it inactive a key is deleted; 0 never.</summary>
    public int KeyDeleteDays => Number(SettingNames.KeyDeleteDays);

    /// <summary>The least days between an accepted warning and the end of a key.</summary>
    public int KeyNoticeDays => Number(SettingNames.KeyNoticeDays);

    /// <summary>After how many days without use a key counts as unused; 0 never.</summary>
    public int UnusedAfter => Number(SettingNames.UnusedAfter);

    /// <summary>After how many days without use a key is made inactive before its age would; 0 never.</summary>
    public int UnusedDeactivateAfter => Number(SettingNames.UnusedDeactivateAfter);

    /// <summary>The most keys that one run makes inactive before it asks.</summary>
    public int KeyMostDeactivations => Number(SettingNames.KeyMostDeactivations);

    /// <summary>The most percent of the active keys that one run makes inactive before it asks.</summary>
    public int KeyMostShare => Number(SettingNames.KeyMostShare);

    /// <summary>Below this many active keys the percentage is not looked at.</summary>
    public int KeyShareFrom => Number(SettingNames.KeyShareFrom);

    /// <summary>The other accounts whose keys are watched, by their twelve digits.</summary>
    public IReadOnlyList<string> KeyAccounts => Required(SettingNames.KeyAccounts) is "none" ? [] : Required(SettingNames.KeyAccounts).Split(' ');

    /// <summary>Whether a leaked key of a protected machine user is made inactive too, instead of only told.</summary>
    public bool LeakCutsProtected => Required(SettingNames.LeakCutsProtected) == "on";

    /// <summary>How many days a deploy key that was replaced stays inactive before it is deleted.</summary>
    public int DeployKeyGraceDays => Number(SettingNames.DeployKeyGraceDays);

    /// <summary>How long a rotation waits for its test workflow.</summary>
    public int DeployKeyTestMinutes => Number(SettingNames.DeployKeyTestMinutes);

    private string? Optional(string name) => environment(name) is { Length: > 0 } value ? value : null;

    private string Required(string name) =>
        environment(name) is { Length: > 0 } value
            ? value
            : throw new SettingMissingException($"The environment variable {name} is not set. The CDK app sets it: deploy again, or see cdk/Constructs.");

    private IReadOnlyList<int> Numbers(string name) => [.. Required(name).Split(' ').Select(text => Whole(name, text))];

    private int Number(string name) => Whole(name, Required(name));

    private static int Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new SettingMissingException($"The environment variable {name} holds '{text}', which is not a whole number. Deploy again with a number.");
}

/// <summary>A function was started without a setting that it needs; nothing was done.</summary>
public sealed class SettingMissingException(string message) : Exception(message);
