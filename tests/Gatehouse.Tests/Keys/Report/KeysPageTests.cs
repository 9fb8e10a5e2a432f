using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gatehouse.Keys.Report;
using Gatehouse.Keys.Report.Page;
using Gatehouse.Ledger;
using Gatehouse.Register;
using static Gatehouse.Tests.Keys.Report.Reporting;

namespace Gatehouse.Tests.Keys.Report;

public class KeysPageTests
{
    private static readonly KeyExemption Exemption = new(Name("jane"), null, "<b>a supplier</b> & \"more\"", "team@example.gov.uk", new DateOnly(2026, 12, 31));

    [Fact]
    public void It_loads_nothing_and_runs_nothing()
    {
        var page = KeysPage.Write(ReportOf([Only(Key(10))]));

        page.ShouldNotMatch(@"(?i)<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|\son[a-z]+=");
        page.ShouldContain("default-src 'none'; style-src 'unsafe-inline'");
        page.ShouldContain("@media print");
        page.ShouldContain("prefers-color-scheme: dark");
    }

    [Fact]
    public void What_people_wrote_stays_text()
    {
        var key = Only(Key(100, used: 1), files: new KeyFiles([Exemption], [], [])) with { User = "<img src=x onerror=alert(1)>", Use = new ReportedUse(Ago(1), "s3</style><script>", "x&y") };
        var report = ReportOf([key]) with { Accounts = [new ReportedAccount(Home, Now), new ReportedAccount("444455556666", null, "<script>alert(2)</script>")] };

        var page = KeysPage.Write(report);

        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldContain("&lt;b&gt;a supplier&lt;/b&gt; &amp; &quot;more&quot;");
        page.ShouldContain("Account 444455556666 is not in this report: &lt;script&gt;");
    }

    [Fact]
    public void The_figures_count_what_can_be_used()
    {
        var report = ReportOf(
        [
            .. AllKeys(Seen([Person("jane"), Person("bob")], [Row("jane", Key(100, used: 1), Key(5, used: 1)), Row("bob", Key(50), Key(200, active: false))])),
            Only(Key(95, used: 1), files: new KeyFiles([Exemption], [], [])),
        ]);

        KeysFigures.Of(report).ShouldBe(new KeysFigures(Active: 4, Users: 2, Over: 2, Soon: 2, Unused: 1, Exempt: 1, Inactive: 1));
        KeysPage.Write(report).ShouldContain("<dt>90 days old or older</dt><dd>2</dd>");
    }

    [Fact]
    public void The_ages_are_drawn_in_bars_of_fifteen_days_and_said_in_words()
    {
        var svg = Drawn(AgeHistogram.Draw(ReportOf([Only(Key(0)), Only(Key(14)), Only(Key(15)), Only(Key(89)), Only(Key(90)), Only(Key(900)), Only(Key(200, active: false))])));

        svg.Element("title")!.Value.ShouldBe("Ages of the active keys");
        svg.Element("desc")!.Value.ShouldBe("0 to 14 days: 2 keys; 15 to 29 days: 1 key; 75 to 89 days: 1 key; 90 to 104 days: 1 key; 180 days and more: 1 key.");
        svg.Elements("text").Where(text => (string?)text.Attribute("class") == "label").Select(text => text.Value).ShouldBe(["day 76: first mail", "day 90: inactive"]);
    }

    [Fact]
    public void An_account_without_keys_is_drawn_too()
    {
        var page = KeysPage.Write(ReportOf([]));

        page.ShouldContain("There is no active key.");
        page.ShouldContain("Nobody has an access key.");
        page.ShouldContain("No sweep was recorded in the last 90 days.");
    }

    [Fact]
    public void A_day_without_a_sweep_is_a_gap_in_the_trend()
    {
        int[] swept = [12, 11, 10, 7, 4, 3];

        var svg = Drawn(KeysTrend.Draw(ReportOf([], [.. swept.Select(ago => Day(ago, active: 20))])));

        svg.Elements("polyline").Count().ShouldBe(2 * 3);
        svg.Elements("circle").Count(point => (string?)point.Attribute("r") == "2").ShouldBe(3);
        svg.Element("desc")!.Value.ShouldContain("active keys: 20 on 2026-11-09, 20 on 2026-11-18");
        svg.Element("desc")!.Value.ShouldContain("84 days without a sweep.");
    }

    [Fact]
    public void A_drawing_is_of_numbers_that_every_browser_reads() =>
        Regex.Matches(KeysTrend.Draw(ReportOf([], [Day(5, active: 3), Day(4, active: 0)])), @"\s(?:points|x|y|cx|cy)=""([^""]*)""")
            .ShouldAllBe(match => Regex.IsMatch(match.Groups[1].Value, @"^[0-9., ]+$"));

    [Fact]
    public void A_dry_run_says_so_above_everything() => KeysPage.Write(ReportOf([], rule: Rule with { Acts = false })).ShouldContain("keysAct is off");

    [Fact]
    public void A_repository_that_keys_are_rotated_into_is_told_how_to_do_without()
    {
        var rotation = new KeyRotation("example-org/deploy-me", "A", "B", 90) { Environment = "production" };
        var key = Only(Key(10)) with { User = "deploy", Rotation = rotation };

        var page = KeysPage.Write(ReportOf([key]));

        page.ShouldContain("example-org/deploy-me could do without deploy's key");
        page.ShouldContain("repo:example-org/deploy-me:environment:production");
        page.ShouldContain("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
        OpenIdConnect.Subject(rotation with { Environment = null, Ref = "trunk" }).ShouldBe("repo:example-org/deploy-me:ref:refs/heads/trunk");
        System.Text.Json.JsonDocument.Parse(OpenIdConnect.TrustPolicy(Home, rotation)).Dispose();
    }

    [Fact]
    public void A_register_that_cannot_be_read_is_said_with_its_problems()
    {
        var page = KeysPage.Write(ReportOf([]) with { Problems = [new RegisterProblem(new FilePlace(RegisterFiles.KeyExemptions, 4), "There is no \"owner\".", "Write it.")] });

        page.ShouldContain("no sweep does anything");
        page.ShouldContain("mgmt/key-exemptions.json:4: There is no &quot;owner&quot;. Write it.");
    }

    private static KeyDay Day(int ago, int active) => new(DateOnly.FromDateTime(Ago(ago).UtcDateTime), active, 0, 1, 0, 0, 0, 0);

    private static XElement Drawn(string svg) => XElement.Parse(svg);
}
