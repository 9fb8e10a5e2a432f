using System.Globalization;

namespace Gatehouse.World.Tests.Keys;

/// <summary>A line of the table of <see cref="KeyDaysTests"/>: an access key, whose it is, and everything that the sweeps do about it, such as <c>76 old · 90 inactive · +30 deleted</c>: on that
/// day, or with <c>+</c> so many days after what stands before it, and where that day has no sweep with the next; of two that then fall on one day the later alone.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Made">The day on which it is made; null where they have none.</param>
/// <param name="Expected">What happens on which day, and nothing else.</param>
internal sealed record KeyHolder(string User, int? Made, string Expected)
{
    /// <summary>Who is mailed.</summary>
    public string MailedTo { get; init; } = User;

    /// <summary>Whom the end of its exemption is mailed to as well.</summary>
    public string? Owner { get; init; }

    /// <summary>On which days it is used, as long as it works; every tenth is often enough for nobody to call it unused.</summary>
    public Func<int, bool> Used { get; init; } = day => day % 10 == 0;

    /// <summary>The day on which its owner deletes it; another is made in its place.</summary>
    public int? Rotated { get; init; }

    /// <summary>The id of the key, once it is made.</summary>
    public string Key { get; set; } = "";

    /// <summary>The days that have a sweep, ascending.</summary>
    public required IReadOnlyList<int> Runs { get; init; }

    public IEnumerable<(int Day, string What)> Steps => Due().GroupBy(step => step.Day).Select(day => day.Last());

    /// <summary>The mails of the table: <c>day 76: old to jane@…</c>.</summary>
    public IEnumerable<string> Mails => Steps.SelectMany(step => new[] { MailedTo, step.What == "ends" ? Owner : null }.OfType<string>().Select(address => Line(step.Day, step.What, address)));

    public static string Line(int day, string what, string address) => $"day {day,3}: {what} to {address}";

    /// <summary>How the key stands at the end of a day.</summary>
    public string StatusOn(int day) => Rotated <= day ? "gone" : Steps.LastOrDefault(step => step.Day <= day && step.What is "inactive" or "deleted").What switch
    {
        "inactive" => "Inactive",
        "deleted" => "gone",
        _ => "Active",
    };

    private IEnumerable<(int Day, string What)> Due()
    {
        var day = 0;
        foreach (var step in Expected.Split(" · ", StringSplitOptions.RemoveEmptyEntries).Select(step => step.Split(' ')))
        {
            var due = int.Parse(step[0], CultureInfo.InvariantCulture) + (step[0].StartsWith('+') ? day : 0);
            day = Runs.First(run => run >= due);
            yield return (day, step[1]);
        }
    }
}
