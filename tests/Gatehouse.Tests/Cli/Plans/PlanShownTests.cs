using System.Text.Json.Nodes;
using Gatehouse.Cli.Output;
using Gatehouse.Cli.Plans;
using Gatehouse.Membership;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.Plans;

public class PlanShownTests
{
    private static readonly DryRun Mixed = new(
        "example-org/aws-users",
        Head,
        [Planned(new CreateUser(Name("jane"), [Group]))],
        [new PlannedRefusal(Planned(new QuarantineUser(Name("joe"), [])), "Removals", "refused: 12 of 40 people would lose their access at once, and 30.00% is over 25.00% (12/40).")],
        [new Finding(FindingKind.NotManaged, "break-glass-admin")]);

    private static readonly DryRun Unreadable = new("./register", null, [], [], [])
    {
        Problems = [new RegisterProblem(new FilePlace(RegisterFiles.Users, 12), "Two users have the label \"jane_doe\".", "Rename one.")],
    };

    [Fact]
    public void A_person_reads_what_would_be_done_refused_and_named()
    {
        var shown = Shown(Mixed);

        shown.ShouldContain("a run would make 1 change and refuse 1; it would name 1 finding.");
        shown.ShouldContain("create the user, in CrossAccountAccess");
        shown.ShouldContain("30.00% is over 25.00% (12/40)");
        shown.ShouldContain("break-glass-admin");
        Mixed.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Every_problem_of_the_register_has_its_file_and_line()
    {
        Shown(Unreadable).ShouldContain("terraform/gds_users.tf.json:12: Two users have the label");
        Unreadable.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void JSON_says_the_same_with_the_same_names_in_every_entry()
    {
        var document = JsonNode.Parse(PlanDocument.Write(Mixed))!.AsObject();

        document.Select(member => member.Key).ShouldBe(["register", "commit", "refusedWhole", "problems", "changes", "refused", "findings"]);
        var (change, refused) = (document["changes"]![0]!.AsObject(), document["refused"]![0]!.AsObject());
        change.Select(member => member.Key).ShouldBe(["person", "kind", "what", "pullRequest", "commit", "allowedBy", "rule", "why"]);
        refused.Select(member => member.Key).ShouldBe(change.Select(member => member.Key));
        ((string)change["kind"]!).ShouldBe(nameof(CreateUser));
        ((string)refused["rule"]!).ShouldBe("Removals");
        ((int)JsonNode.Parse(PlanDocument.Write(Unreadable))!["problems"]![0]!["line"]!).ShouldBe(12);
    }

    [Fact]
    public void Every_sort_of_finding_is_explained() => Enum.GetValues<FindingKind>().ShouldAllBe(kind => FindingWords.Of(kind).Length > 0);

    private static string Shown(DryRun run)
    {
        using var output = new StringWriter();
        new PlanTable(new Screen(output, redirected: true, output, errorsRedirected: true)).Show(run);
        return output.ToString();
    }
}
