using Gatehouse.Aws;
using Gatehouse.Membership.Preview;
using Gatehouse.Register;
using Gatehouse.Tests.Keys;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Preview;

public class PreviewKeysTests
{
    private static readonly KeyExemption OfJane = new(Name("jane"), null, "the supplier needs | until then", "team@example.gov.uk", new DateOnly(2026, 7, 31));

    private static readonly MachineUser Deploy = new(new UserName("deploy"), "team@example.gov.uk")
    {
        Rotation = new KeyRotation("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90) { Environment = "production", Workflow = "test.yml" },
    };

    [Fact]
    public void An_exemption_is_shown_with_whose_keys_why_who_answers_until_when_and_what_follows()
    {
        var report = Write([], [OfJane]);

        report.Passed.ShouldBeTrue();
        report.Title.ShouldBe("Merging this changes nobody's access; it changes 1 exemption of access keys");
        report.Text.ShouldContain("| exempted | all keys of `jane@digital.cabinet-office.gov.uk` | the supplier needs \\| until then | `team@example.gov.uk` | 2026-07-31 (30 days) |");
        report.Text.ShouldContain("mailed 14 and 3 days before the exemption ends; from the day after, the key's age counts again. From day 90 it is made inactive, at least 7 days after a mail that said so.");
    }

    [Fact]
    public void One_of_a_single_key_names_the_key_and_its_account() =>
        Write([], [OfJane with { User = null, Key = new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), Account = "123456789012" }]).Text.ShouldContain("| exempted | the key `AKIAIOSFODNN7EXAMPLE` in `123456789012` |");

    [Fact]
    public void A_change_shows_what_it_was() =>
        Write([OfJane], [OfJane with { Until = new DateOnly(2026, 8, 1), Owner = "other@example.gov.uk" }]).Text
            .ShouldContain("| changed | all keys of `jane@digital.cabinet-office.gov.uk` | the supplier needs \\| until then | `other@example.gov.uk`<br>before: `team@example.gov.uk` | 2026-08-01 (31 days)<br>before: 2026-07-31 (30 days) |");

    [Fact]
    public void What_stays_as_it_is_is_no_change_also_where_it_was_read_twice() =>
        Write([OfJane], [OfJane with { }], [Deploy], [Deploy with { Rotation = Deploy.Rotation! with { } }]).Title.ShouldBe("Merging this changes nobody's access");

    [Theory]
    [InlineData("2026-06-30", "2026-06-30 ⚠️ ended already: it exempts nobody |")]
    [InlineData("2026-07-01", "2026-07-01 (today) |")]
    [InlineData("2026-07-02", "2026-07-02 (1 day) |")]
    public void How_long_it_still_holds_is_said(string until, string said) =>
        Write([], [OfJane with { Until = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture) }]).Text.ShouldContain(said);

    [Fact]
    public void One_that_is_taken_out_is_shown() => Write([OfJane], []).Text.ShouldContain("| no longer exempt | all keys of `jane@digital.cabinet-office.gov.uk` |");

    [Fact]
    public void A_machine_user_is_shown_with_where_its_keys_are_rotated_and_how_often()
    {
        var report = Write([], [], machines: [Deploy]);

        report.Title.ShouldBe("Merging this changes nobody's access; it changes 1 machine user");
        report.Text.ShouldContain(
            "| listed | `deploy` | `team@example.gov.uk` | rotated every 90 days into `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` of `example-org/deploy-me`, environment `production`; proved by `test.yml` on `main` | made inactive at once |");
    }

    [Fact]
    public void A_rotation_that_nothing_proves_and_a_protection_stand_out()
    {
        var text = Write([], [], machinesBefore: [Deploy], machines: [Deploy with { Protected = true, Rotation = Deploy.Rotation! with { Workflow = null } }]).Text;

        text.ShouldContain("environment `production`; ⚠️ no workflow proves the new key: the old one stays active until the new one has been used<br>before: rotated every 90 days");
        text.ShouldContain("| told loudly, not cut (protected)<br>before: made inactive at once |");
    }

    [Fact]
    public void One_without_a_rotation_and_one_taken_out_say_what_becomes_of_their_keys()
    {
        Write([], [], machines: [Deploy with { Rotation = null }]).Text.ShouldContain("not rotated: they grow old like a person's, and the mails go to who answers");
        Write([], [], machinesBefore: [Deploy]).Text.ShouldContain("| no longer listed: nobody touches its keys | `deploy` |");
    }

    [Fact]
    public void A_file_that_cannot_be_read_fails_the_check_beside_its_line_and_the_other_is_shown_all_the_same()
    {
        var problem = new RegisterProblem(new(RegisterFiles.KeyExemptions, 4), "There is no \"owner\".", "Write it.");
        var change = KeyFilesChange.Between(KeyFiles.None with { Exemptions = [OfJane] }, new([], [Deploy], [problem]), RegisterOf(), "111122223333");

        var report = Write(change);

        report.Passed.ShouldBeFalse();
        report.Title.ShouldBe("The files about access keys cannot be used: 1 problem; otherwise: Merging this changes nobody's access; it changes 1 machine user");
        report.Annotations.ShouldHaveSingleItem().Path.ShouldBe(RegisterFiles.KeyExemptions);
        report.Text.ShouldContain("- `mgmt/key-exemptions.json:4` There is no \"owner\". Write it.");
        report.Text.ShouldContain("| listed | `deploy` |");
        report.Text.ShouldNotContain("no longer exempt");
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("111122223333", true)]
    [InlineData("123456789012", false)]
    public void Who_is_a_person_and_a_machine_user_of_the_base_account_is_a_problem(string? account, bool isProblem)
    {
        var machine = Deploy with { User = Name("JANE"), Account = account };

        var change = KeyFilesChange.Between(KeyFiles.None, KeyFiles.None with { Machines = [machine] }, RegisterOf(Person("jane"), Person("bob")), "111122223333");

        change.Problems.Select(problem => problem.ToString()).ShouldBe(isProblem
            ? ["terraform/gds_users.tf.json:1: jane@digital.cabinet-office.gov.uk is listed in mgmt/machine-users.json too, as a machine user. Take it out of one of the two files: a person is not a machine."]
            : []);
    }

    [Theory]
    [InlineData(false, "told loudly, not cut (protected)")]
    [InlineData(true, "made inactive at once, though protected (`leakCutsProtected` is on)")]
    public void What_becomes_of_a_protected_machine_users_leaked_key_is_as_the_deployment_has_it(bool cuts, string said) =>
        PreviewText.Whole(Reading(Change([], [], [], [Deploy with { Protected = true }])) with { LeakCutsProtected = cuts }).Text.ShouldContain($"| {said} |");

    [Fact]
    public void What_did_not_change_is_not_shown() => Write([OfJane], [OfJane], machinesBefore: [Deploy], machines: [Deploy]).Text.ShouldNotContain("Will change");

    [Fact]
    public void While_nothing_is_acted_on_the_section_says_so() =>
        PreviewText.Whole(Reading(Change([], [OfJane], [], [])) with { Keys = GivenKeys.Rule with { Acts = false } }).Text.ShouldContain("`keysAct` is off");

    [Fact]
    public void Many_are_cut_with_their_count()
    {
        var many = Enumerable.Range(1, 900).Select(number => OfJane with { User = Name($"person.with.a.long.name.{number}") }).ToList();

        var cut = PreviewText.Cut(Reading(Change([], many, [], [])), "The whole is elsewhere.");

        cut.Text.Length.ShouldBeLessThanOrEqualTo(60_000);
        cut.Text.ShouldContain("more of these 900.");
    }

    private static PreviewReport Write(IReadOnlyList<KeyExemption> before, IReadOnlyList<KeyExemption> after, IReadOnlyList<MachineUser>? machinesBefore = null, IReadOnlyList<MachineUser>? machines = null) =>
        Write(Change(before, after, machinesBefore ?? [], machines ?? []));

    private static PreviewReport Write(KeyFilesChange change) => PreviewText.Whole(Reading(change));

    private static KeyFilesChange Change(IReadOnlyList<KeyExemption> before, IReadOnlyList<KeyExemption> after, IReadOnlyList<MachineUser> machinesBefore, IReadOnlyList<MachineUser> machines) =>
        KeyFilesChange.Between(new(before, machinesBefore, []), new(after, machines, []), RegisterOf(), "111122223333");

    private static PreviewReading Reading(KeyFilesChange change) =>
        new(PullRequests.Open(), new PreviewPlan([], [], [], 0, [], 0) { Keys = change }, null, new NoLabel(), null, 14, Now, GivenKeys.Rule);
}
