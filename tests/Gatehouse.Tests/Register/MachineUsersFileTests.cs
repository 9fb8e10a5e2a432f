using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class MachineUsersFileTests
{
    private const string Good = """{"user":"deploy","owner":"team@example.gov.uk","repository":"example-org/deploy-me","secrets":{"id":"AWS_ACCESS_KEY_ID","key":"AWS_SECRET_ACCESS_KEY"}}""";

    private static readonly KeyRotation Rotation = new("example-org/deploy-me", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", 90);

    [Fact]
    public void A_machine_user_says_who_answers_and_where_its_key_is_rotated() =>
        Read(Good).ShouldHaveSingleItem().ShouldBe(new MachineUser(new UserName("deploy"), "team@example.gov.uk") { Rotation = Rotation });

    [Fact]
    public void Everything_else_can_be_said_too() =>
        Read(Good.Replace("}}", """},"account":"123456789012","protected":true,"environment":"production","days":30,"workflow":"test.yml","ref":"trunk"}""", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .ShouldBe(new MachineUser(new UserName("deploy"), "team@example.gov.uk")
            {
                Account = "123456789012",
                Protected = true,
                Rotation = Rotation with { Days = 30, Environment = "production", Workflow = "test.yml", Ref = "trunk" },
            });

    [Fact]
    public void One_without_a_repository_is_not_rotated() =>
        Read("""{"user":"backup","owner":"team@example.gov.uk"}""").ShouldHaveSingleItem().Rotation.ShouldBeNull();

    [Fact]
    public void Without_a_file_or_with_an_empty_list_there_is_none()
    {
        MachineUsersFile.Read(null).ShouldBeEmpty();
        Read("").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a repository without secrets", ",\"secrets\":{\"id\":\"AWS_ACCESS_KEY_ID\",\"key\":\"AWS_SECRET_ACCESS_KEY\"}", "", "There is no \"secrets\"")]
    [InlineData("secrets without a repository", "\"repository\":\"example-org/deploy-me\",", "", "there is no \"repository\"")]
    [InlineData("one secret for both halves", "AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "Both halves of the key")]
    [InlineData("GitHub's own prefix", "AWS_SECRET_ACCESS_KEY", "GITHUB_SECRET", "not beginning with a digit or GITHUB_")]
    [InlineData("a lower case secret", "AWS_SECRET_ACCESS_KEY", "secret", "capitals, digits and _")]
    [InlineData("a web address", "example-org/deploy-me", "https://github.com/example-org/deploy-me", "owner/name")]
    [InlineData("an owner without an address", "team@example.gov.uk", "the team", "mail address")]
    [InlineData("a branch without a workflow", "\"owner\"", "\"ref\":\"main\",\"owner\"", "there is no \"workflow\"")]
    [InlineData("a path", "\"owner\"", "\"workflow\":\".github/workflows/test.yml\",\"owner\"", "file name of a workflow")]
    [InlineData("too many days", "\"owner\"", "\"days\":366,\"owner\"", "a whole number from 1 to 365")]
    [InlineData("a word in quotation marks", "\"owner\"", "\"protected\":\"yes\",\"owner\"", "true or false")]
    [InlineData("a misspelt key", "\"owner\"", "\"enviroment\":\"x\",\"owner\"", "means nothing here")]
    public void What_is_unclear_is_refused_with_its_line_and_what_to_write(string trap, string from, string to, string said)
    {
        var problems = ProblemsIn($"\n\n{Good.Replace(from, to, StringComparison.Ordinal)}");

        problems.ShouldAllBe(problem => problem.Place == new FilePlace(RegisterFiles.MachineUsers, 3), trap);
        problems.ShouldContain(problem => problem.ToString().Contains(said, StringComparison.Ordinal), trap);
        problems.ShouldAllBe(problem => problem.Mend.Length > 0, trap);
    }

    [Fact]
    public void The_same_user_stands_once_in_an_account()
    {
        const string One = """{"user":"backup","owner":"a@b.uk"}""", Other = """{"user":"BACKUP","owner":"c@d.uk"}""", Elsewhere = """{"user":"backup","owner":"a@b.uk","account":"123456789012"}""";

        ProblemsIn($"{One},{Other}").ShouldHaveSingleItem().What.ShouldBe("BACKUP stands twice.");
        Read($"{One},{Elsewhere}").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("the same repository", "example-org/deploy-me", "", 2)]
    [InlineData("in another case", "Example-Org/Deploy-Me", "", 2)]
    [InlineData("another environment", "example-org/deploy-me", ",\"environment\":\"staging\"", 0)]
    [InlineData("another repository", "example-org/other", "", 0)]
    public void A_secret_is_fed_by_one_user(string what, string repository, string environment, int problems)
    {
        var other = Good.Replace("deploy\"", "other\"", StringComparison.Ordinal).Replace("example-org/deploy-me", repository, StringComparison.Ordinal)[..^1] + environment + "}";

        Problems($"{Good},{other}").Count.ShouldBe(problems, what);
    }

    [Fact]
    public void Every_problem_is_said_at_once() =>
        ProblemsIn("""{"user":"a b","owner":"x","protected":7,"repository":"y","secrets":{"id":"1"},"days":0},{}""").Count.ShouldBe(9);

    private static IReadOnlyList<MachineUser> Read(string machines) => MachineUsersFile.Read(Bytes($$"""{"machineUsers":[{{machines}}]}"""));

    private static IReadOnlyList<RegisterProblem> ProblemsIn(string machines) => Should.Throw<RegisterUnreadableException>(() => Read(machines)).Problems;

    private static IReadOnlyList<RegisterProblem> Problems(string machines)
    {
        try
        {
            Read(machines);
            return [];
        }
        catch (RegisterUnreadableException unreadable)
        {
            return unreadable.Problems;
        }
    }
}
