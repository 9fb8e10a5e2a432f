using Gatehouse.Cli.Output;
using Gatehouse.Ledger;
using Gatehouse.Membership;

namespace Gatehouse.Tests.Cli.Output;

public class WordsTests
{
    [Fact]
    public void Every_way_in_which_a_change_ends_has_a_word() => Enum.GetValues<Outcome>().ShouldAllBe(outcome => Words.Ended(outcome).Word.Length > 0);

    [Fact]
    public void Why_something_was_done_is_a_pull_request_a_commit_or_a_hand()
    {
        Words.Why(new Attribution("c0ffee", 7, "bob")).ShouldBe("#7, merged by bob");
        Words.Why(new Attribution("0123456789abcdef")).ShouldBe("commit 01234567");
        Words.Why(Attribution.ByHand("arn:aws:iam::111122223333:user/op")).ShouldBe("by hand, arn:aws:iam::111122223333:user/op");
    }

    [Fact]
    public void A_merges_run_is_shown_with_eight_characters_of_its_commit() =>
        Words.ShortRun("merge-7-8feb7837795447a9595cef7d9c96890781edf2e2-r2").ShouldBe("merge-7-8feb7837…-r2");
}
