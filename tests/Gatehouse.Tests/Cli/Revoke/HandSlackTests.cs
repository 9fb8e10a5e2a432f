using Gatehouse.Aws;
using Gatehouse.Cli.Revoke;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.Revoke;

public class HandSlackTests
{
    private const string By = "arn:aws:sts::111122223333:assumed-role/Operator/bob";

    [Fact]
    public void A_revoke_is_loud_and_says_who_why_and_what_must_follow()
    {
        var text = HandSlack.Revoked(Name("jane"), By, "laptop stolen", unfinished: null);

        text.ShouldStartWith(":rotating_light:");
        text.ShouldContain(By);
        text.ShouldContain("laptop stolen");
        text.ShouldContain("A pull request that removes them must follow");
    }

    [Fact]
    public void One_that_is_not_finished_never_says_that_everything_is_done()
    {
        var text = HandSlack.Revoked(Name("jane"), By, "laptop stolen", "AWS answered Throttling: Rate exceeded");

        text.ShouldContain("NOT finished: AWS answered Throttling");
        text.ShouldNotContain("Everything is denied");
    }

    [Fact]
    public void A_key_that_was_given_back_says_until_when_and_what_then()
    {
        var until = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

        HandSlack.GivenBack(Name("jane"), new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), By, "a release tonight", until, unfinished: null)
            .ShouldContain("Sweeps leave it alone until 2026-11-22 09:00 UTC; the next one after that makes it inactive again.");
        HandSlack.GivenBack(Name("jane"), new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), By, "<!here>", until, "AWS answered Throttling").ShouldContain("NOT finished: AWS answered Throttling");
        HandSlack.KeysAllowed("sweep-1", 30, By, "<!here>").ShouldContain("*30 access keys may be made inactive");
    }

    [Fact]
    public void A_reason_can_neither_mention_nor_link() =>
        HandSlack.Restored(Name("jane"), By, "<!channel> <https://example.com|click>").ShouldContain("&lt;!channel&gt; &lt;https://example.com|click&gt;");
}
