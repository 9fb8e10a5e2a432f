using System.Text;
using Gatehouse.Membership.Report;

namespace Gatehouse.Keys.Leaks;

/// <summary>Writes of leaked keys for Slack. What came from outside is made harmless: no mention and no second line can come of it. Pure.</summary>
internal static class LeakText
{
    /// <summary>The most characters of a reason.</summary>
    private const int Longest = 500;

    /// <summary>All that is known of a leaked key, and what to do.</summary>
    public static string Of(LeakedKey leaked, string? onCall, DateTimeOffset now)
    {
        var advice = LeakAdvice.Of(leaked, now);
        var text = new StringBuilder(leaked.IsLoud ? $":rotating_light: {(onCall is null ? "" : $"{onCall} ")}" : ":large_blue_circle: ");
        text.Append('*').Append(Line(Capital(advice.What))).Append(".*\n");
        Add(text, "Key", $"`{leaked.Id}`{(leaked.Account is { } account ? $" of account {account}" : "")}");
        Add(text, "Whose", Line(leaked.User?.Value ?? "nobody says"));
        Add(text, "Found", Place(leaked.Place));
        Add(text, "Last use", Line(LeakAdvice.LastUseOf(leaked)));
        Add(text, "Done", Line(advice.Done));
        if (leaked.IsOurs)
        {
            Add(text, "Mailed", leaked.Address is { } address ? $"{Line(address)} is told by mail" : "nobody, because the user name is no mail address: tell them yourself");
        }

        text.Append("*Now:* ").AppendJoin(' ', advice.Now.Select(Line)).Append('\n');
        return text.Append("```\n").AppendJoin('\n', advice.Commands.Select(Line)).Append("\n```").ToString();
    }

    /// <summary>The one line of another word about a key that was told already.</summary>
    public static string Also(LeakedKey leaked) =>
        $":large_blue_circle: The leaked access key `{leaked.Id}`{(leaked.Account is { } account ? $" of account {account}" : "")} was also found {Place(leaked.Place)}. It is {(leaked.End is LeakEnd.Stopped or LeakEnd.Inactive ? "inactive" : "as told before")}.";

    /// <summary>A secret half whose key nobody knows.</summary>
    public static string Of(SecretAlone alone, string? onCall) =>
        $":rotating_light: {(onCall is null ? "" : $"{onCall} ")}*THE SECRET HALF OF AN ACCESS KEY IS OUT, AND NOBODY CAN TELL WHICH KEY IT IS.*\n"
        + $"• Found: {Place(alone.Place)}\n"
        + "• Done: nothing. AWS cannot tell a key by its secret, and no id of a key has an open alert at the same place.\n"
        + "*Now:* open the alert, ask whoever wrote it down which key it belongs to (its id begins with AKIA), and make that key inactive at once. Take the secret out of where it was found, its history included.";

    /// <summary>Something that was tried more than once and does not work yet, or never did.</summary>
    public static string OfTrouble(string what, LeakPlace place, string why, string? onCall, bool given) =>
        $":rotating_light: {(onCall is null ? "" : $"{onCall} ")}*{(given ? "A LEAKED ACCESS KEY COULD NOT BE HANDLED, and Gatehouse has given up" : "A leaked access key could not be handled yet; Gatehouse keeps trying for more than an hour. Do not wait for it")}.*\n"
        + $"• Key: {Line(what)}\n"
        + $"• Found: {Place(place)}\n"
        + $"• Why: {Line(Excerpt.Of(why, Longest))}\n"
        + "*Now:* see whose the key is, make it inactive, and cut the user's sessions by hand (docs/operating.md, \"When a key leaks\").\n"
        + "```\n" + string.Join('\n', ByHand(what).Select(Line)) + "\n```";

    /// <summary>The commands for a key of which nothing is known.</summary>
    internal static IEnumerable<string> ByHand(string id) =>
    [
        $"aws sts get-access-key-info --access-key-id {id}",
        $"aws iam get-access-key-last-used --access-key-id {id}",
        $"aws iam update-access-key --user-name USER --access-key-id {id} --status Inactive",
    ];

    private static string Place(LeakPlace place) => $"{Line(place.Words)}{(place.Link is { } link ? $", {Line(link)}" : "")}";

    private static void Add(StringBuilder text, string name, string value) => text.Append("• ").Append(name).Append(": ").Append(value).Append('\n');

    private static string Line(string text) => SlackText.Plain(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));

    private static string Capital(string sentence) => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
}
