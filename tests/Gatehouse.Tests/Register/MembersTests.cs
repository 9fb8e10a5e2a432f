using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class MembersTests
{
    [Theory]
    [InlineData("${aws_iam_user.jane_doe.name}")]
    [InlineData("${ aws_iam_user.jane_doe.name }")]
    [InlineData("${aws_iam_user.jane_doe.id}")]
    [InlineData("jane.doe@digital.cabinet-office.gov.uk")]
    [InlineData("Jane.Doe@Digital.Cabinet-Office.gov.uk")]
    public void A_member_is_a_reference_or_the_name_itself(string member)
    {
        Read(Jane, Members("CrossAccountAccess", member)).People.ShouldHaveSingleItem().Groups.ShouldBe(["CrossAccountAccess"]);
    }

    [Fact]
    public void A_member_listed_twice_is_a_member_once()
    {
        Read(Jane, Members("G", "${aws_iam_user.jane_doe.name}", "jane.doe@digital.cabinet-office.gov.uk"))
            .People.ShouldHaveSingleItem().Groups.ShouldBe(["G"]);
    }

    [Fact]
    public void Several_memberships_are_taken_together_and_groups_come_sorted_without_case()
    {
        const string Several = """
            { "resource": [
              { "aws_iam_group_membership": { "z": { "users": ["${aws_iam_user.jane_doe.name}"], "group": "zebras" } } },
              { "aws_iam_group_membership": { "a": { "users": ["${aws_iam_user.jane_doe.name}"], "group": "Admins" },
                                              "a2": { "users": ["${aws_iam_user.jane_doe.name}"], "group": "ADMINS" },
                                              "n": { "users": [], "group": "nobody" } } } ] }
            """;

        var register = Read(Jane, Several);

        var jane = register.People.ShouldHaveSingleItem();
        jane.Groups.ShouldBe(["Admins", "zebras"]);
        jane.GroupPlaces.Select(place => $"{place.Key} {place.Value.Line}").ShouldBe(["Admins 3", "zebras 2"]);
        register.Groups.ShouldBe(["Admins", "nobody", "zebras"]);
    }

    [Theory]
    [InlineData("a label that is not there", "${aws_iam_user.john_doe.name}", "refers to a label")]
    [InlineData("a label in another case", "${aws_iam_user.Jane_Doe.name}", "refers to a label")]
    [InlineData("nobody's name", "john.doe@x.uk", "is nobody's name")]
    [InlineData("a reference without its dollar", "aws_iam_user.jane_doe.name", "not a reference")]
    [InlineData("a reference to something else", "${aws_iam_role.jane_doe.name}", "not a reference")]
    [InlineData("another attribute", "${aws_iam_user.jane_doe.arn}", "not a reference")]
    [InlineData("a reference with a tail", "${aws_iam_user.jane_doe.name}-x", "not a reference")]
    public void A_member_who_is_nobody_is_a_problem(string trap, string member, string said)
    {
        var problem = ProblemsOf(Jane, "\n\n" + Members("G", member)).ShouldHaveSingleItem(trap);

        problem.Place.ShouldBe(new FilePlace(RegisterFiles.Members, 3), trap);
        problem.What.ShouldContain(said, customMessage: trap);
    }

    [Theory]
    [InlineData("a member that is a number", """{"users":[7],"group":"G"}""", "is a number")]
    [InlineData("users that are text", """{"users":"jane","group":"G"}""", "not a list")]
    [InlineData("no users", """{"group":"G"}""", "has no users")]
    [InlineData("no group", """{"users":[]}""", "has no group")]
    [InlineData("a blank group", """{"users":[],"group":""}""", "blank")]
    [InlineData("a group that is a list", """{"users":[],"group":["G"]}""", "is a list")]
    [InlineData("a group by reference", """{"users":[],"group":"${aws_iam_group.g.name}"}""", "reference")]
    [InlineData("users twice", """{"users":[],"users":[],"group":"G"}""", "stands twice")]
    public void A_membership_that_cannot_be_read_is_a_problem(string trap, string body, string said)
    {
        ProblemsOf(Jane, $$$$"""{"resource":{"aws_iam_group_membership":{"m":{{{{body}}}}}}}""").ShouldHaveSingleItem(trap).What.ShouldContain(said, customMessage: trap);
    }

    [Fact]
    public void A_user_in_the_members_file_would_be_overlooked_and_is_a_problem()
    {
        ProblemsOf(Jane, """{"resource":{"aws_iam_user":{"a":{"name":"a@x.uk"}}}}""").ShouldHaveSingleItem().Mend.ShouldContain(RegisterFiles.Users);
    }

    [Fact]
    public void A_user_whose_name_is_missing_does_not_also_make_the_member_dangle()
    {
        ProblemsOf("""{"resource":{"aws_iam_user":{"jane_doe":{}}}}""", Members("G", "${aws_iam_user.jane_doe.name}")).ShouldHaveSingleItem();
    }
}
