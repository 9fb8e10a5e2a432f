using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.Register;

/// <summary>The shapes that texts of our own files may have. Pure.</summary>
internal static partial class TextShapes
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The most characters of what a person writes for others to read, in a mail or an alert.</summary>
    public const int MostCharacters = 200;

    public static bool IsAccount(string text) => Account().IsMatch(text);

    public static bool IsAddress(string text) => Address().IsMatch(text);

    /// <summary>Whether IAM takes it for a user's name.</summary>
    public static bool IsUserName(string text) => User().IsMatch(text);

    /// <summary>Whether it is the id of a key that lasts.</summary>
    public static bool IsAccessKey(string text) => AccessKey().IsMatch(text);

    public static bool IsShort(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MostCharacters;

    /// <summary>A day as ISO 8601 writes it; null for anything else, and for a day that there is not.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary><c>owner/name</c>, as GitHub takes them.</summary>
    public static bool IsRepository(string text) => Repository().IsMatch(text);

    /// <summary>Whether GitHub takes it for a secret's name; lower case is left out, because GitHub shows every name in upper case.</summary>
    public static bool IsSecretName(string text) => Secret().IsMatch(text);

    public static bool IsWorkflow(string text) => Workflow().IsMatch(text);

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Account();

    [GeneratedRegex(@"^[^\s@<>""]+@[^\s@<>""]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex User();

    [GeneratedRegex(@"^AKIA[A-Z0-9]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccessKey();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]*/(?!\.{1,2}\z)[A-Za-z0-9._-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Repository();

    [GeneratedRegex(@"^(?!GITHUB_)[A-Z_][A-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml\z", RegexOptions.CultureInvariant)]
    private static partial Regex Workflow();
}
