using Gatehouse.Cli.Doctor;
using Gatehouse.Register;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Cli.Doctor;

public class KeysCheckTests
{
    private static readonly KeyExemption Exemption = new(Name("jane"), null, "a supplier", "team@example.gov.uk", new DateOnly(2026, 7, 31));
    private static readonly MachineUser Deploy = new(new UserName("deploy"), "team@example.gov.uk") { Rotation = new KeyRotation("o/r", "A", "B", 90) };

    [Fact]
    public void Files_that_can_be_read_are_counted()
    {
        var files = new KeyFiles([Exemption, Exemption with { User = Name("bob"), Until = new DateOnly(2026, 6, 30) }], [Deploy, Deploy with { User = new UserName("backup"), Rotation = null }], []);

        var found = KeysCheck.Judge(files, RegisterOf(Person("jane")), "111122223333", Now).ShouldHaveSingleItem();

        found.Health.ShouldBe(Health.Fine);
        found.What.ShouldBe("1 exemption holds, 1 ended; 2 machine users, 1 with a rotation");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_wrong_with_its_line_and_what_follows()
    {
        var files = new KeyFiles([], [], [new RegisterProblem(new FilePlace(RegisterFiles.KeyExemptions, 4), "There is no \"owner\".", "Write it.")]);

        var found = KeysCheck.Judge(files, RegisterOf(), "111122223333", Now).ShouldHaveSingleItem();

        found.Health.ShouldBe(Health.Wrong);
        found.What.ShouldBe("mgmt/key-exemptions.json:4: There is no \"owner\".");
        found.Do!.ShouldContain("no sweep does anything");
    }

    [Fact]
    public void Somebody_who_is_a_person_and_a_machine_user_is_wrong() =>
        KeysCheck.Judge(new KeyFiles([], [Deploy with { User = Name("jane") }], []), RegisterOf(Person("jane")), "111122223333", Now).ShouldHaveSingleItem().Health.ShouldBe(Health.Wrong);

    [Fact]
    public void A_dry_run_is_a_note()
    {
        KeysCheck.Judge(acts: true).ShouldBeEmpty();
        KeysCheck.Judge(acts: false).ShouldHaveSingleItem().Do!.ShouldContain("keysAct");
    }
}
