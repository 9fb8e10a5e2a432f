using System.Globalization;
using Gatehouse.Root;

namespace Gatehouse.Tests.Root;

public class LondonTimeTests
{
    [Theory]
    [InlineData("2026-11-21T09:00:05Z", "2026-11-21 09:00:05 UTC")]
    [InlineData("2026-07-21T23:30:00Z", "2026-07-21 23:30:00 UTC (00:30 in London)")]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29 00:59:59 UTC")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29 01:00:00 UTC (02:00 in London)")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25 00:59:59 UTC (01:59 in London)")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25 01:00:00 UTC")]
    [InlineData("2027-10-31T00:30:00Z", "2027-10-31 00:30:00 UTC (01:30 in London)")]
    [InlineData("2026-07-21T10:00:00+02:00", "2026-07-21 08:00:00 UTC (09:00 in London)")]
    public void London_is_named_while_it_is_not_UTC(string at, string said) => LondonTime.Of(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)).ShouldBe(said);
}
