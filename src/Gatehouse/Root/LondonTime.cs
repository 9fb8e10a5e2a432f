using System.Globalization;

namespace Gatehouse.Root;

/// <summary>
/// Writes a moment in UTC and, while London's clocks differ, in London's time too. Summer time is reckoned by its law, from the last Sunday of
/// March to the last of October at 01:00 UTC, because the functions' runtime has no table of time zones. Pure.
/// </summary>
internal static class LondonTime
{
    public static string Of(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        var said = utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return IsSummer(utc) ? $"{said} UTC ({utc.AddHours(1).ToString("HH:mm", CultureInfo.InvariantCulture)} in London)" : $"{said} UTC";
    }

    private static bool IsSummer(DateTime utc) => utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);

    private static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
