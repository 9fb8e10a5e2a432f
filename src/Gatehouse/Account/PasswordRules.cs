using Gatehouse.Runtime;

namespace Gatehouse.Account;

/// <summary>
/// What the account asks of a password, said in this one place: the deployment puts it into IAM, the drift check compares with it, first passwords
/// meet it and the welcome mail tells it. Pure.
/// </summary>
/// <param name="Length">The least number of characters.</param>
/// <param name="Classes">The kinds of character that must all be there.</param>
/// <param name="Reuse">How many earlier passwords may not be used again; 0 for any.</param>
/// <param name="Days">After how many days a password must be changed; 0 for never.</param>
public sealed record PasswordRules(int Length, PasswordClasses Classes, int Reuse, int Days)
{
    /// <summary>What IAM counts as a symbol; a full stop, a comma or a space is none.</summary>
    public const string Symbols = "!@#$%^&*()_+-=[]{}|'";

    /// <exception cref="SettingMissingException">A setting is missing or no kind of character has its name.</exception>
    public static PasswordRules Of(Settings settings) =>
        new(settings.PasswordLength, settings.PasswordClasses.Aggregate(PasswordClasses.None, (all, name) => all | ClassOf(name)), settings.PasswordReuse, settings.PasswordDays);

    public bool Ask(PasswordClasses wanted) => (Classes & wanted) == wanted;

    /// <summary>Whether IAM takes this password; what was used before only IAM knows.</summary>
    public bool Allow(string password) =>
        password.Length >= Length
        && (!Ask(PasswordClasses.Upper) || password.Any(char.IsAsciiLetterUpper))
        && (!Ask(PasswordClasses.Lower) || password.Any(char.IsAsciiLetterLower))
        && (!Ask(PasswordClasses.Digit) || password.Any(char.IsAsciiDigit))
        && (!Ask(PasswordClasses.Symbol) || password.Any(Symbols.Contains));

    private static PasswordClasses ClassOf(string name) => name switch
    {
        "upper" => PasswordClasses.Upper,
        "lower" => PasswordClasses.Lower,
        "digit" => PasswordClasses.Digit,
        "symbol" => PasswordClasses.Symbol,
        _ => throw new SettingMissingException($"{SettingNames.PasswordClasses} names '{name}', which is no kind of character: there are upper, lower, digit and symbol. Deploy again."),
    };
}
