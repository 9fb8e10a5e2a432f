using System.Globalization;
using Gatehouse.Aws;
using static Gatehouse.Register.TextShapes;

namespace Gatehouse.Register;

/// <summary>
/// Reads <c>mgmt/key-exemptions.json</c>, the access keys that the sweep leaves alone for a while: <c>{"exemptions":[{"user"|"key","account"?,"reason","owner","until"}]}</c>.
/// It takes what <c>docs/key-exemptions.schema.json</c> describes; an unknown key is a problem, because it may be a misspelt one.
/// <list type="table">
/// <listheader><term>until</term><description>what it means</description></listheader>
/// <item><term>more than <see cref="MostDays"/> days from today</term><description>refused: an exception that nobody has to look at again is a rule</description></item>
/// <item><term>today, or later</term><description>it holds, through the whole of that day in UTC</description></item>
/// <item><term>before today</term><description>it exempts nobody, and is no problem: a file that could be read yesterday can be read today</description></item>
/// </list>
/// </summary>
public static class KeyExemptionsFile
{
    /// <summary>The most days that an exemption may have before it.</summary>
    public const int MostDays = 180;

    /// <param name="bytes">Its content; null where there is none, which exempts nobody.</param>
    /// <param name="today">The day that it is, in UTC.</param>
    /// <exception cref="RegisterUnreadableException">Anything is unclear; every problem is said at once.</exception>
    public static IReadOnlyList<KeyExemption> Read(ReadOnlyMemory<byte>? bytes, DateOnly today)
    {
        if (bytes is not { } content)
        {
            return [];
        }

        var problems = new RegisterProblems();
        var exemptions = RegisterText.Parse(RegisterFiles.KeyExemptions, content.Span, problems) is { } root ? Exemptions(new(root, problems, RegisterFiles.KeyExemptions), today) : [];
        problems.ThrowIfAny();
        return exemptions;
    }

    private static List<KeyExemption> Exemptions(SettingsObject root, DateOnly today)
    {
        root.AllowOnly("$schema", "exemptions");
        var known = new HashSet<(UserName?, AccessKeyId?, string?)>();
        var read = new List<KeyExemption>();
        foreach (var written in root.Objects("exemptions"))
        {
            if (Exemption(written, today) is not { } exemption)
            {
                continue;
            }

            if (!known.Add((exemption.User, exemption.Key, exemption.Account)))
            {
                written.Problem(exemption.Key is null ? "user" : "key", $"{exemption.Key?.Value ?? exemption.User?.Value} is exempted twice.", "Take one of the two out, so that it is clear which end counts.");
            }

            read.Add(exemption);
        }

        return read;
    }

    private static KeyExemption? Exemption(SettingsObject written, DateOnly today)
    {
        written.AllowOnly("user", "key", "account", "reason", "owner", "until");
        var named = NamesOne(written);
        var user = written.Optional("user", IsUserName, "the name of an IAM user");
        var key = written.Optional("key", IsAccessKey, "the id of an access key, AKIA and 16 capitals and digits");
        var account = written.Optional("account", IsAccount, "the account's twelve digits");
        var reason = written.Required("reason", IsShort, $"why, in at most {MostCharacters} characters");
        var owner = written.Required("owner", IsAddress, "the mail address of who answers for it");
        var until = Until(written, today);
        return named && (user is not null || key is not null) && reason is not null && owner is not null && until is { } last
            ? new KeyExemption(user is null ? null : new UserName(user), key is null ? null : new AccessKeyId(key), reason.Trim(), owner, last) { Account = account }
            : null;
    }

    private static bool NamesOne(SettingsObject written)
    {
        if (written.Has("user") != written.Has("key"))
        {
            return true;
        }

        var (what, mend) = written.Has("user")
            ? ("The exemption names both a \"user\" and a \"key\".", "Keep \"user\" for all of somebody's keys, or \"key\" for that one alone.")
            : ("The exemption names neither a \"user\" nor a \"key\".", "Write \"user\" for all of somebody's keys, or \"key\" for one.");
        written.Problem("key", what, mend);
        return false;
    }

    private static DateOnly? Until(SettingsObject written, DateOnly today)
    {
        if (written.Required("until", text => Day(text) is not null, "the last day on which it holds, such as \"2026-12-31\"") is not { } text)
        {
            return null;
        }

        var until = Day(text)!.Value;
        if (until.DayNumber - today.DayNumber <= MostDays)
        {
            return until;
        }

        written.Problem(
            "until",
            string.Create(CultureInfo.InvariantCulture, $"The exemption ends in {until.DayNumber - today.DayNumber} days, and {MostDays} are the most."),
            string.Create(CultureInfo.InvariantCulture, $"Write {today.AddDays(MostDays):yyyy-MM-dd} or an earlier day; it can be prolonged by another pull request when it is about to end."));
        return null;
    }
}
