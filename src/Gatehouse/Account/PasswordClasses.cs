namespace Gatehouse.Account;

/// <summary>The kinds of character that a password can be asked to have; none of them where only the length counts.</summary>
[Flags]
public enum PasswordClasses
{
    None = 0,
    Upper = 1,
    Lower = 2,
    Digit = 4,
    Symbol = 8,
}
