using System.Globalization;

namespace Gatehouse.Tests.Keys.Days;

/// <summary>
/// A line of the table: an access key, whose it is, and everything that a sweep does about it, such as <c>76 old · 90 inactive · +30 deleted</c>.
/// <list type="table">
/// <listheader><term>when</term><description>the day on which it happens</description></listheader>
/// <item><term>76</term><description>the 76th day of the table, or the first day after it on which a sweep takes place</description></item>
/// <item><term>+30</term><description>30 days after what stands before it happened, or the first day after it on which a sweep takes place</description></item>
/// </list>
/// Of two steps that would fall on the same day the later one alone happens: a warning that comes too late is none. What would come after the key is gone does not come.
/// </summary>
/// <param name="Who">Whose it is, by the first part of the user name.</param>
/// <param name="Age">How many days old it is on day 0; made later where it is negative; null where they have none.</param>
/// <param name="Used">On which days it is used, twelve hours before the sweep, as long as it is active.</param>
/// <param name="Expected">What happens, and nothing else.</param>
internal sealed record KeyRow(string Who, double? Age, Func<int, bool> Used, string Expected)
{
    public const string Owner = "team.lead@x.gov.uk";

    /// <summary>The user's name.</summary>
    public string User { get; init; } = $"{Who}@x.gov.uk";

    /// <summary>Who is mailed; null where nobody has an address.</summary>
    public string? MailedTo { get; init; } = $"{Who}@x.gov.uk";

    public bool Managed { get; init; } = true;

    public bool Machine { get; init; }

    /// <summary>Inactive before the first sweep, and not by us.</summary>
    public bool Inactive { get; init; }

    /// <summary>Whether the user is in quarantine.</summary>
    public bool Denied { get; init; }

    /// <summary>Since when and until which day it is exempt, and whether the exemption names the key and not the user.</summary>
    public (double From, int Until, bool ByKey)? Exempt { get; init; }

    /// <summary>When its owner deletes it.</summary>
    public double? Gone { get; init; }

    /// <summary>What else happens to it, and when.</summary>
    public (double Day, Func<KeysMachine, KeyRow, Task> Do)? Act { get; init; }

    /// <summary>The id of the key, which is given when the days begin.</summary>
    public string Id { get; init; } = "";

    public static Func<int, bool> Daily { get; } = _ => true;

    public static Func<int, bool> Never { get; } = _ => false;

    /// <summary>What is seen of it where a sweep takes place on these days, ascending.</summary>
    public IEnumerable<string> Lines(IReadOnlyList<int> runs) =>
        Steps(runs).GroupBy(step => step.Day).SelectMany(day => LinesOf(day.Last().What, day.Key));

    private IEnumerable<(int Day, string What)> Steps(IReadOnlyList<int> runs)
    {
        var before = 0;
        foreach (var step in Expected.Split(" · ", StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split(' ')))
        {
            var due = int.Parse(step[0], CultureInfo.InvariantCulture) + (step[0].StartsWith('+') ? before : 0);
            before = runs.FirstOrDefault(day => day >= due, -1);
            if (before < 0 || before > Gone)
            {
                yield break;
            }

            yield return (before, step[1]);
        }
    }

    private IEnumerable<string> LinesOf(string what, int day)
    {
        if (what is "inactive" or "deleted")
        {
            yield return Line(day, Id, what);
        }

        foreach (var address in new[] { MailedTo, what == "ends" ? Owner : null }.OfType<string>())
        {
            yield return Line(day, Id, Mail(address, what, what == "deleted" ? null : (int)Math.Floor(day + Age!.Value)));
        }
    }

    public static string Line(int day, string id, string what) => $"day {day,3}: {id} {what}";

    /// <param name="address">Whom to.</param>
    /// <param name="what">What it is about.</param>
    /// <param name="age">The key's age in days, as the mail says it; null where it does not.</param>
    public static string Mail(string address, string what, int? age) => $"mail to {address}: {what}{(age is null ? "" : $", {age} days old")}";
}
