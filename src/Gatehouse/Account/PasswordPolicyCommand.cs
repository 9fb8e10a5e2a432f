namespace Gatehouse.Account;

/// <summary>The command that puts the rules into an account by hand: a deployment whose settings did not change asks IAM for nothing. Pure.</summary>
public static class PasswordPolicyCommand
{
    public static string Of(PasswordRules rules)
    {
        List<string> words = ["aws iam update-account-password-policy", $"--minimum-password-length {rules.Length}"];
        words.Add(Flag("require-uppercase-characters", rules.Ask(PasswordClasses.Upper)));
        words.Add(Flag("require-lowercase-characters", rules.Ask(PasswordClasses.Lower)));
        words.Add(Flag("require-numbers", rules.Ask(PasswordClasses.Digit)));
        words.Add(Flag("require-symbols", rules.Ask(PasswordClasses.Symbol)));
        // What is left out of this call is switched off by it: IAM takes no 0 for either.
        if (rules.Reuse > 0)
            words.Add($"--password-reuse-prevention {rules.Reuse}");
        if (rules.Days > 0)
            words.Add($"--max-password-age {rules.Days}");
        return string.Join(' ', [.. words, "--allow-users-to-change-password", "--no-hard-expiry"]);
    }

    private static string Flag(string name, bool on) => on ? $"--{name}" : $"--no-{name}";
}
