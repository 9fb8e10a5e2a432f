namespace Gatehouse.Register;

/// <summary>The paths, inside the register's repository, of the files that Gatehouse reads.</summary>
public static class RegisterFiles
{
    public const string Users = "terraform/gds_users.tf.json";
    public const string Members = "terraform/iam_crossaccountaccess_members.tf.json";
    public const string PasswordResets = "mgmt/password-reset-emails.txt";
    public const string MfaResets = "mgmt/mfa-reset-emails.txt";
    public const string RootNotices = "mgmt/root-notices.json";
    public const string KeyExemptions = "mgmt/key-exemptions.json";
    public const string MachineUsers = "mgmt/machine-users.json";
    public const string Settings = "gatehouse.json";
}
