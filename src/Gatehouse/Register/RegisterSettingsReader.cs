using System.Text.RegularExpressions;

namespace Gatehouse.Register;

/// <summary>
/// Reads <c>gatehouse.json</c>. It takes exactly what <c>docs/gatehouse.schema.json</c> describes: an unknown key is a problem, because a
/// misspelt protection would protect nobody.
/// </summary>
public static partial class RegisterSettingsReader
{
    /// <exception cref="RegisterUnreadableException">Anything is unclear; every problem is said at once.</exception>
    public static RegisterSettings Read(ReadOnlyMemory<byte> bytes)
    {
        var problems = new RegisterProblems();
        var settings = RegisterText.Parse(RegisterFiles.Settings, bytes.Span, problems) is { } root ? Settings(new(root, problems)) : null;
        problems.ThrowIfAny();
        return settings!;
    }

    private static RegisterSettings Settings(SettingsObject root)
    {
        root.AllowOnly("$schema", "allowedDomains", "protected", "adopt", "removals", "contacts", "previousNames", "administratorGroups", "users", "accounts");
        return new(
            root.Texts("allowedDomains", IsDomain, "a domain such as \"example.gov.uk\"", required: true).ConvertAll(domain => domain.ToLowerInvariant()),
            root.Texts("protected", IsName, "a user name").ConvertAll(name => new UserName(name)),
            root.Texts("adopt", IsName, "a user name").ConvertAll(name => new UserName(name)),
            Removals(root.Object("removals")),
            Contacts(root.Object("contacts")),
            PreviousNames(root.Object("previousNames")),
            root.Texts("administratorGroups", IsName, "the name of a group"),
            Users(root.Object("users")))
        {
            Accounts = Accounts(root.Object("accounts")),
        };
    }

    private static Dictionary<string, string> Accounts(SettingsObject accounts)
    {
        foreach (var odd in accounts.Keys.Where(number => !TextShapes.IsAccount(number)))
        {
            accounts.Problem(odd, $"\"{odd}\" is not the number of an AWS account.", "Write its twelve digits, between quotation marks.");
        }

        return accounts.Keys
            .Select(number => (Number: number, Name: accounts.Text(number, IsName, "the account's name")))
            .Where(account => account.Name is not null)
            .ToDictionary(account => account.Number, account => account.Name!, StringComparer.Ordinal);
    }

    private static UserLimits Users(SettingsObject limits)
    {
        limits.AllowOnly("limit", "reserve");
        var usual = new UserLimits();
        return new(
            (int)limits.Number("limit", usual.Limit, IsCount, "a whole number from 0"),
            (int)limits.Number("reserve", usual.Reserve, IsCount, "a whole number from 0"));
    }

    private static Dictionary<string, string> Contacts(SettingsObject contacts)
    {
        var addresses = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in contacts.Keys)
        {
            if (contacts.Text(name, TextShapes.IsAddress, "a mail address") is { } address && !addresses.TryAdd(name, address))
            {
                contacts.Problem(name, $"\"{name}\" stands twice, in upper and lower case.", "Take one of the two out.");
            }
        }

        return addresses;
    }

    private static RemovalLimits Removals(SettingsObject limits)
    {
        limits.AllowOnly("share", "people", "sharesFrom");
        var usual = new RemovalLimits();
        return new(
            limits.Number("share", usual.Share, share => share is >= 0 and <= 1, "a share from 0 to 1"),
            (int)limits.Number("people", usual.People, IsCount, "a whole number from 0"),
            (int)limits.Number("sharesFrom", usual.SharesFrom, IsCount, "a whole number from 0"));
    }

    private static Dictionary<UserName, UserName> PreviousNames(SettingsObject names)
    {
        var previous = new Dictionary<UserName, UserName>();
        foreach (var name in names.Keys)
        {
            var before = names.Text(name, IsName, "the user name that this person had before");
            if (before is not null && !previous.TryAdd(new(name), new(before)))
            {
                names.Problem(name, $"\"{name}\" stands twice, in upper and lower case.", "Take one of the two out.");
            }
        }

        return previous;
    }

    private static bool IsName(string text) => !string.IsNullOrWhiteSpace(text);

    private static bool IsCount(double number) => number is >= 0 and <= int.MaxValue && Math.Floor(number) == number;

    private static bool IsDomain(string text) => Domain().IsMatch(text);

    [GeneratedRegex(@"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
