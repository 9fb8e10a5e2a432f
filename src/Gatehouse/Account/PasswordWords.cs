namespace Gatehouse.Account;

/// <summary>The rules of a password in plain words, for whoever must choose one. Pure.</summary>
public static class PasswordWords
{
    /// <summary>What a password must have, as the end of "It must have …": <c>at least 16 characters, and among them a capital letter and a digit</c>.</summary>
    public static string Needs(this PasswordRules rules)
    {
        var length = $"at least {rules.Length} characters";
        string[] kinds = [.. Kinds(rules)];
        return kinds.Length == 0 ? length : $"{length}, and among them {Listed(kinds)}";
    }

    /// <summary>How long it may be kept and which may come again; each a sentence.</summary>
    public static IEnumerable<string> Limits(this PasswordRules rules)
    {
        if (rules.Reuse > 0)
            yield return rules.Reuse == 1 ? "It must be another one than your last." : $"It must be none of your last {rules.Reuse} passwords.";
        if (rules.Days > 0)
            yield return $"It ends after {rules.Days} days: then AWS asks you for a new one when you sign in.";
    }

    /// <summary>An easy way to such a password, as a sentence.</summary>
    public static string Advice(this PasswordRules rules) => rules.Classes is PasswordClasses.None
        ? "A few unrelated words in a row, or one made by a password manager, is fine."
        : "Let a password manager make one, or take a few unrelated words and add what they lack.";

    /// <summary>Why a new password was probably refused, as the end of "is almost certainly …".</summary>
    public static string Suspicions(this PasswordRules rules)
    {
        List<string> suspicions = ["too short"];
        if (rules.Classes is not PasswordClasses.None)
            suspicions.Add("without a kind of character that it needs");
        if (rules.Reuse > 0)
            suspicions.Add("one that you had before");
        return Listed(suspicions, "or");
    }

    private static IEnumerable<string> Kinds(PasswordRules rules)
    {
        if (rules.Ask(PasswordClasses.Upper))
            yield return "a capital letter (A to Z)";
        if (rules.Ask(PasswordClasses.Lower))
            yield return "a small letter (a to z)";
        if (rules.Ask(PasswordClasses.Digit))
            yield return "a digit (0 to 9)";
        if (rules.Ask(PasswordClasses.Symbol))
            yield return $"one of the symbols {PasswordRules.Symbols}";
    }

    private static string Listed(IReadOnlyList<string> parts, string last = "and") =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} {last} {parts[^1]}";
}
