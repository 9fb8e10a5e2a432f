using Gatehouse.Account;

namespace Gatehouse.Membership.Welcome;

/// <summary>
/// Makes first passwords that survive a mail, a double-click and being read aloud. Every password of the wanted length that has all four
/// classes, and a letter or a digit at both ends, is equally likely; all four, so that it meets whatever the account asks for.
/// </summary>
/// <param name="below">A uniform random number from zero to one less than its argument: <c>RandomNumberGenerator.GetInt32</c>.</param>
public sealed class FirstPassword(Func<int, int> below)
{
    /// <summary>A mailed password has 16 characters even where people's own may have fewer; 128 is the most that IAM takes.</summary>
    public const int Shortest = 16, Longest = 128;

    // Left out: what looks like something else in some font (0 O o, 1 l I, 2 Z z, 5 S s, 8 B, 6 G), capitals that differ from their small
    // letter in size alone, and what mail, HTML, Markdown or a shell would change (quotes, @ & < > \ | * _ and brackets).
    internal const string Upper = "ADEFHJLMNQRTY", Lower = "abcdefghijkmnpqrtuvwxy", Digits = "34679", Symbols = "#$%+=";

    private const string Alphabet = Upper + Lower + Digits + Symbols;

    // Of 16 characters more than half of all draws pass; so many misses in a row mean that the source is not random.
    private const int MostDraws = 1_000;

    /// <summary>Draws one password that the account takes; refuses a length that IAM does not know.</summary>
    /// <exception cref="InvalidOperationException">The random source repeats itself.</exception>
    public string Create(PasswordRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rules.Length, Longest);
        var length = Math.Max(rules.Length, Shortest);
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var candidate = Draw(length);
            if (IsUsable(candidate)) return candidate;
        }

        throw new InvalidOperationException($"No usable password in {MostDraws} draws: the random source repeats itself.");
    }

    private string Draw(int length) => string.Create(length, below, static (characters, below) =>
    {
        for (var i = 0; i < characters.Length; i++) characters[i] = Alphabet[below(Alphabet.Length)];
    });

    // Rejecting whole draws keeps every accepted password equally likely; repairing a draw would not.
    private static bool IsUsable(string candidate) =>
        candidate.Any(char.IsAsciiLetterUpper) && candidate.Any(char.IsAsciiLetterLower)
        && candidate.Any(char.IsAsciiDigit) && candidate.Any(Symbols.Contains)
        && char.IsAsciiLetterOrDigit(candidate[0]) && char.IsAsciiLetterOrDigit(candidate[^1]);
}
