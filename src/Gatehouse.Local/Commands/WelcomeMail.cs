using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Gatehouse.Local.Commands;

/// <summary>The mail that a person got, printable: the password is masked.</summary>
public sealed partial record WelcomeMail(string Subject, string Text)
{
    /// <summary>The mails of the inbox to this person that carry a password.</summary>
    public static IReadOnlyList<WelcomeMail> To(string person, JsonArray inbox) =>
    [
        .. inbox.Where(mail => mail!["to"]!.ToJsonString().Contains(person, StringComparison.OrdinalIgnoreCase))
            .Select(mail => new WelcomeMail((string)mail!["subject"]!, (string)mail["text"]!))
            .Where(mail => PasswordLine().IsMatch(mail.Text)),
    ];

    public int PasswordLength => PasswordLine().Match(Text).Groups["password"].Length;

    public string Masked => PasswordLine().Replace(Text, match => $"Password: {new string('*', match.Groups["password"].Length)}");

    [GeneratedRegex(@"^Password: (?<password>\S+)", RegexOptions.Multiline)]
    private static partial Regex PasswordLine();
}
