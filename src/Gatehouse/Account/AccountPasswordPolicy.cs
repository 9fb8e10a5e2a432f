namespace Gatehouse.Account;

/// <summary>The password policy that an account has now, and in words where it is not what the deployment wants. Pure.</summary>
/// <param name="Rules">What it asks of a password.</param>
/// <param name="SelfChange">Whether people may change their own password.</param>
/// <param name="HardExpiry">Whether somebody whose password has ended needs an administrator.</param>
public sealed record AccountPasswordPolicy(PasswordRules Rules, bool SelfChange, bool HardExpiry)
{
    private static readonly (PasswordClasses Class, string Name)[] Kinds =
        [(PasswordClasses.Upper, "a capital letter"), (PasswordClasses.Lower, "a small letter"), (PasswordClasses.Digit, "a digit"), (PasswordClasses.Symbol, "a symbol")];

    /// <summary>What a deployment puts in place.</summary>
    public static AccountPasswordPolicy Wanted(PasswordRules rules) => new(rules, SelfChange: true, HardExpiry: false);

    /// <summary>One sentence for each difference; none where all is as wanted.</summary>
    /// <param name="rules">What the deployment wants.</param>
    /// <param name="found">What the account has; null where it has no policy of its own.</param>
    public static IReadOnlyList<string> Differences(PasswordRules rules, AccountPasswordPolicy? found) => found is null
        ? [$"The account has no password policy of its own, so that AWS's takes passwords of 8 characters. A password should have {rules.Needs()}."]
        : [.. found.From(rules)];

    private IEnumerable<string> From(PasswordRules wanted)
    {
        if (Rules.Length != wanted.Length)
            yield return $"The account takes passwords of {Rules.Length} characters; the settings say at least {wanted.Length}.";
        foreach (var (kind, name) in Kinds)
        {
            if (Rules.Ask(kind) != wanted.Ask(kind))
                yield return wanted.Ask(kind) ? $"The account takes passwords without {name}; the settings ask for one." : $"The account asks for {name} in each password; the settings do not.";
        }

        if (Rules.Reuse != wanted.Reuse)
            yield return $"The account refuses {Last(Rules.Reuse)}; the settings say {Last(wanted.Reuse)}.";
        if (Rules.Days != wanted.Days)
            yield return $"In the account a password {Ends(Rules.Days)}; the settings say that it {Ends(wanted.Days)}.";
        if (!SelfChange)
            yield return "The account does not let people change their own password.";
        if (HardExpiry)
            yield return "In the account somebody whose password has ended cannot choose a new one without an administrator.";
    }

    private static string Last(int passwords) => passwords switch
    {
        0 => "no password that was used before",
        1 => "the last password",
        _ => $"the last {passwords} passwords",
    };

    private static string Ends(int days) => days == 0 ? "never ends" : $"ends after {days} {(days == 1 ? "day" : "days")}";
}
