namespace Gatehouse.Runtime;

/// <summary>The environment variables by which a deployment tells its functions what they need; the CDK app sets them by these names.</summary>
public static class SettingNames
{
    public const string Repository = "GATEHOUSE_REPOSITORY";
    public const string Branch = "GATEHOUSE_BRANCH";
    public const string GitHubUrl = "GATEHOUSE_GITHUB_URL";
    public const string Table = "GATEHOUSE_TABLE";
    public const string PlanBucket = "GATEHOUSE_PLAN_BUCKET";
    public const string Machine = "GATEHOUSE_MACHINE";
    public const string WebhookSecret = "GATEHOUSE_WEBHOOK_SECRET";
    public const string GitHubSecret = "GATEHOUSE_GITHUB_SECRET";
    public const string SlackSecret = "GATEHOUSE_SLACK_SECRET";
    public const string MailFrom = "GATEHOUSE_MAIL_FROM";
    public const string MailConfigurationSet = "GATEHOUSE_MAIL_CONFIGURATION_SET";
    public const string Channel = "GATEHOUSE_CHANNEL";
    public const string PasswordLength = "GATEHOUSE_PASSWORD_LENGTH";
    public const string FirstPasswordDays = "GATEHOUSE_FIRST_PASSWORD_DAYS";
    public const string GraceDays = "GATEHOUSE_GRACE_DAYS";
    public const string RevertDrift = "GATEHOUSE_REVERT_DRIFT";
    public const string Groups = "GATEHOUSE_GROUPS";
    public const string LeaksMachine = "GATEHOUSE_LEAKS_MACHINE";
    public const string PreviewMachine = "GATEHOUSE_PREVIEW_MACHINE";
    public const string AuditYears = "GATEHOUSE_AUDIT_YEARS";
    public const string Help = "GATEHOUSE_HELP";
    public const string Reconcile = "GATEHOUSE_RECONCILE";
    public const string HomeRegion = "GATEHOUSE_REGION_HOME";
    public const string HomeAccount = "GATEHOUSE_ACCOUNT_HOME";
    public const string PasswordClasses = "GATEHOUSE_PASSWORD_CLASSES";
    public const string PasswordReuse = "GATEHOUSE_PASSWORD_REUSE";
    public const string PasswordDays = "GATEHOUSE_PASSWORD_DAYS";
    public const string RolePath = "GATEHOUSE_ROLE_PATH";
    public const string MfaNames = "GATEHOUSE_MFA_NAMES";
    public const string MfaGraceHours = "GATEHOUSE_MFA_GRACE_HOURS";
    public const string MfaFirstWarningDays = "GATEHOUSE_MFA_FIRST_WARNING_DAYS";
    public const string MfaSecondWarningDays = "GATEHOUSE_MFA_SECOND_WARNING_DAYS";
    public const string MfaSuspendDays = "GATEHOUSE_MFA_SUSPEND_DAYS";
    public const string RootChannel = "GATEHOUSE_ROOT_CHANNEL";
    public const string OnCall = "GATEHOUSE_ON_CALL";
    public const string RootMailTo = "GATEHOUSE_ROOT_MAIL_TO";
    public const string RootMailMinutes = "GATEHOUSE_ROOT_MAIL_MINUTES";
    public const string RootCompletionMinutes = "GATEHOUSE_ROOT_COMPLETION_MINUTES";
    public const string SweepKeys = "GATEHOUSE_SWEEP_KEYS";
    public const string KeysAct = "GATEHOUSE_KEYS_ACT";
    public const string KeyWarningDays = "GATEHOUSE_KEY_WARNING_DAYS";
    public const string KeyDeactivateDays = "GATEHOUSE_KEY_DEACTIVATE_DAYS";
    public const string KeyDeleteDays = "GATEHOUSE_KEY_DELETE_DAYS";
    public const string KeyNoticeDays = "GATEHOUSE_KEY_NOTICE_DAYS";
    public const string UnusedAfter = "GATEHOUSE_UNUSED_AFTER";
    public const string UnusedDeactivateAfter = "GATEHOUSE_UNUSED_DEACTIVATE_AFTER";
    public const string KeyMostDeactivations = "GATEHOUSE_KEY_MOST_DEACTIVATIONS";
    public const string KeyMostShare = "GATEHOUSE_KEY_MOST_SHARE";
    public const string KeyShareFrom = "GATEHOUSE_KEY_SHARE_FROM";
    public const string KeyAccounts = "GATEHOUSE_KEY_ACCOUNTS";
    public const string LeakCutsProtected = "GATEHOUSE_LEAK_CUTS_PROTECTED";
    public const string DeployKeyGraceDays = "GATEHOUSE_DEPLOY_KEY_GRACE_DAYS";
    public const string DeployKeyTestMinutes = "GATEHOUSE_DEPLOY_KEY_TEST_MINUTES";

    /// <summary>Set by the local world alone: a file that holds an ISO 8601 duration, by which the clock is moved forward.</summary>
    public const string ClockFile = "GATEHOUSE_CLOCK_FILE";
}
