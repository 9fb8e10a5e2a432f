using Gatehouse.Cli.Output;

namespace Gatehouse.Tests.Cli.Output;

public class CsvTests
{
    [Theory]
    [InlineData("plain text stays", "jane.doe@example.gov.uk", "jane.doe@example.gov.uk")]
    [InlineData("nothing is empty", null, "")]
    [InlineData("a comma is quoted", "create the user, in Auditors", "\"create the user, in Auditors\"")]
    [InlineData("a quotation mark is doubled", "said \"no\"", "\"said \"\"no\"\"\"")]
    [InlineData("a line break is kept within quotation marks", "first\nsecond", "\"first\nsecond\"")]
    [InlineData("what begins as a formula is text", "=HYPERLINK(\"http://example.com\")", "\"'=HYPERLINK(\"\"http://example.com\"\")\"")]
    [InlineData("a plus is a formula", "+44", "'+44")]
    [InlineData("a minus is a formula", "-1", "'-1")]
    [InlineData("an at sign is a formula", "@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a tab is a formula", "\t=1", "'\t=1")]
    public void A_field(string what, string? value, string written) => Csv.Write(["a"], [[value]]).ShouldBe($"a\r\n{written}\r\n", what);

    [Fact]
    public void Every_record_ends_with_CRLF_and_has_every_field() => Csv.Write(["a", "b"], [["1", null], ["2", "3"]]).ShouldBe("a,b\r\n1,\r\n2,3\r\n");
}
