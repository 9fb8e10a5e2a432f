using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.Register;

/// <summary>
/// Reads <c>mgmt/root-notices.json</c>, the announced uses of root accounts: <c>{"notices":[{"account","from","to","who","why"}]}</c>.
/// A moment is written with its offset (<c>2026-11-21T09:00Z</c>), since nobody can guess whose nine o'clock was meant. A notice of more than
/// <see cref="MostDays"/> days is refused, because one that always holds announces nothing; so is an unknown key, which may be a misspelt one.
/// </summary>
public static partial class RootNoticesFile
{
    /// <summary>The most days that one notice may hold.</summary>
    public const int MostDays = 7;

    private const string Moment = "a moment with its offset, such as \"2026-11-21T09:00Z\" or \"2026-07-21T09:00+01:00\"";

    /// <param name="bytes">Its content; null where there is none, which announces nothing.</param>
    /// <exception cref="RegisterUnreadableException">Anything is unclear; every problem is said at once.</exception>
    public static IReadOnlyList<RootNotice> Read(ReadOnlyMemory<byte>? bytes)
    {
        if (bytes is not { } content)
        {
            return [];
        }

        var problems = new RegisterProblems();
        var notices = RegisterText.Parse(RegisterFiles.RootNotices, content.Span, problems) is { } root ? Notices(new(root, problems, RegisterFiles.RootNotices)) : [];
        problems.ThrowIfAny();
        return notices;
    }

    private static List<RootNotice> Notices(SettingsObject root)
    {
        root.AllowOnly("notices");
        return [.. root.Objects("notices").Select(Notice).OfType<RootNotice>()];
    }

    private static RootNotice? Notice(SettingsObject notice)
    {
        notice.AllowOnly("account", "from", "to", "who", "why");
        var account = notice.Required("account", TextShapes.IsAccount, "the account's twelve digits");
        var from = notice.Required("from", IsMoment, Moment);
        var to = notice.Required("to", IsMoment, Moment);
        var who = notice.Required("who", TextShapes.IsShort, $"who will do it, in at most {TextShapes.MostCharacters} characters");
        var why = notice.Required("why", TextShapes.IsShort, $"what for, in at most {TextShapes.MostCharacters} characters");
        return account is null || from is null || to is null || who is null || why is null
            ? null
            : Lasting(new RootNotice(account, Parsed(from), Parsed(to), who.Trim(), why.Trim()), notice);
    }

    private static RootNotice? Lasting(RootNotice notice, SettingsObject written)
    {
        if (notice.To <= notice.From)
        {
            written.Problem("to", "The notice ends before it begins.", "Write a \"to\" that is later than \"from\".");
            return null;
        }

        if (notice.To - notice.From > TimeSpan.FromDays(MostDays))
        {
            written.Problem("to", $"The notice holds for more than {MostDays} days.", $"Write a \"to\" within {MostDays} days of \"from\", and another notice for what comes later.");
            return null;
        }

        return notice;
    }

    private static bool IsMoment(string text) => Iso().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateTimeOffset Parsed(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
