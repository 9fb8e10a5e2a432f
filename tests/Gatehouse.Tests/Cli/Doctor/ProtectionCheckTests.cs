using Gatehouse.Cli.Doctor;
using Gatehouse.GitHub;

namespace Gatehouse.Tests.Cli.Doctor;

public class ProtectionCheckTests
{
    private static readonly BranchProtection Good = new(1, CodeOwners: true, DismissesStale: true, ForcePushes: false, [], BindsAdministrators: true);

    public static TheoryData<string, string> Holes => new()
    {
        { "no protection", "is not protected" },
        { "pushes without a pull request", "can be pushed to" },
        { "no approval", "needs no approval" },
        { "force pushes", "force push" },
    };

    [Fact]
    public void A_branch_that_takes_reviewed_pull_requests_only_is_fine() =>
        ProtectionCheck.Judge("master", Good).ShouldHaveSingleItem().Health.ShouldBe(Health.Fine);

    [Theory]
    [MemberData(nameof(Holes))]
    public void A_way_round_the_review_is_wrong_and_says_what_to_do(string hole, string said)
    {
        var protection = hole switch
        {
            "no protection" => null,
            "pushes without a pull request" => Good with { Approvals = null },
            "no approval" => Good with { Approvals = 0 },
            _ => Good with { ForcePushes = true },
        };

        var wrong = ProtectionCheck.Judge("master", protection).ShouldHaveSingleItem();

        wrong.Health.ShouldBe(Health.Wrong);
        wrong.What.ShouldContain(said);
        wrong.Do.ShouldNotBeNull();
    }

    [Fact]
    public void What_could_be_tighter_is_a_note()
    {
        var found = ProtectionCheck.Judge("master", Good with { CodeOwners = false, DismissesStale = false, BindsAdministrators = false });

        found.Count(one => one.Health == Health.Note).ShouldBe(3);
        found.ShouldNotContain(one => one.Health == Health.Wrong);
    }

    [Fact]
    public void Of_a_ruleset_nobody_knows_who_may_pass_it_by() =>
        ProtectionCheck.Judge("master", Good with { BindsAdministrators = null })[^1].What.ShouldContain("does not show who may pass it by");
}
