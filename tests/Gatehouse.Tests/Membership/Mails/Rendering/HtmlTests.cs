using System.Net;
using System.Text.RegularExpressions;
using Gatehouse.Membership.Welcome;
using Gatehouse.Tests.Membership.Welcome;

namespace Gatehouse.Tests.Membership.Mails.Rendering;

public sealed partial class HtmlTests
{
    private static readonly string[] FromOutside = ["src=", "<img", "<link", "<style", "<script", "url("];

    public static TheoryData<string> Mails => [.. EveryMail.ByName.Keys];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Nothing_is_loaded_from_outside(string name) => FromOutside.ShouldAllBe(trace => !EveryMail.ByName[name].Html.Contains(trace, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [MemberData(nameof(Mails))]
    public void No_text_colour_is_set_so_that_dark_mode_keeps_its_own(string name) => TextColour().Matches(EveryMail.ByName[name].Html).ShouldBeEmpty();

    [Fact]
    public void Values_are_escaped()
    {
        var mail = WelcomeMail.Write(WelcomeLetters.ForJane() with { Help = "<script>alert(1)</script> & \"co\"", Password = "a<b>&\"'7" });

        mail.Html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;");
        mail.Html.ShouldContain("a&lt;b&gt;&amp;&quot;&#39;7");
        mail.Html.ShouldNotContain("<script");
        mail.Text.ShouldContain("<script>alert(1)</script> & \"co\"");
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Every_element_that_opens_closes_in_order(string name)
    {
        var open = new Stack<string>();
        foreach (Match tag in Tag().Matches(EveryMail.ByName[name].Html))
        {
            var element = tag.Groups["name"].Value;
            if (element is "meta" or "br") continue;
            if (tag.Value[1] is '/') open.Pop().ShouldBe(element);
            else open.Push(element);
        }

        open.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Both_parts_say_the_same_words(string name)
    {
        var mail = EveryMail.ByName[name];
        var body = mail.Html[mail.Html.IndexOf("<h1", StringComparison.Ordinal)..];
        Words(WebUtility.HtmlDecode(Tag().Replace(body, " "))).ShouldBe(Words(mail.Text));
    }

    // Numbers, bullets, quotes and underlines are how plain text shows what HTML shows with elements.
    private static IEnumerable<string> Words(string text) => Letters().Matches(text).Select(word => word.Value).Where(word => !ListNumber().IsMatch(word));

    [GeneratedRegex("(?<![-a-z])color\\s*:")]
    private static partial Regex TextColour();

    [GeneratedRegex("</?(?<name>[a-z0-9]+)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Letters();

    [GeneratedRegex("^([1-9]|10)$")]
    private static partial Regex ListNumber();
}
