using Gatehouse.Membership.Report;

namespace Gatehouse.Tests.Membership.Report;

public class MarkdownTests
{
    [Theory]
    [InlineData("[sign in](https://evil.example)", "\\[sign in\\](https://evil.example)")]
    [InlineData("![](https://evil.example/x.png)", "!\\[\\](https://evil.example/x.png)")]
    [InlineData("<img src=x> & more", "&lt;img src=x> &amp; more")]
    [InlineData("@alphagov/everybody", "@\u200balphagov/everybody")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("`code` \\ *bold*", "\\`code\\` \\\\ \\*bold\\*")]
    [InlineData("terraform/gds_users.tf.json:12", "terraform/gds_users.tf.json:12")]
    [InlineData("first\nsecond", "first<br>second")]
    public void What_people_wrote_stays_text(string written, string markdown) => Markdown.Cell(written).ShouldBe(markdown);

    [Fact]
    public void A_name_cannot_end_its_code() => Markdown.Code("a`|`b\nc").ShouldBe("`a'\\|'b c`");
}
