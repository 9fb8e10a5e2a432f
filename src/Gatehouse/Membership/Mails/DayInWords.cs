using System.Globalization;

namespace Gatehouse.Membership.Mails;

/// <summary>How a mail writes a day: <c>Saturday 28 November 2026</c>, in UTC.</summary>
internal static class DayInWords
{
    public static string Of(DateTimeOffset at) => Of(DateOnly.FromDateTime(at.UtcDateTime));

    public static string Of(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
}
