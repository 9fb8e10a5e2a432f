using System.Text;
using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class UnreadableUsersTests
{
    [Theory]
    [InlineData("an empty file", "", 1, "empty")]
    [InlineData("white space", " \r\n\t\n", 1, "empty")]
    [InlineData("a comment of its own line", "{\n  // people\n  \"resource\": []\n}", 2, "comment")]
    [InlineData("a comment after a value", "{\n  \"resource\": [] // people\n}", 2, "comment")]
    [InlineData("a block comment", "{\n\n  /* people */ \"resource\": []\n}", 3, "comment")]
    [InlineData("a trailing comma in a list", "{\n  \"resource\": [ {},\n  ]\n}", 3, "comma")]
    [InlineData("a trailing comma in an object", "{\n  \"resource\": [],\n}", 3, "comma")]
    [InlineData("a merge conflict", "{\n<<<<<<< HEAD\n  \"resource\": []\n=======\n}", 2, "merge conflict")]
    [InlineData("an end that is missing", "{\n  \"resource\": [\n", 3, "broken")]
    [InlineData("text after the end", "{\"resource\": []}\n{}", 2, "broken")]
    [InlineData("half a surrogate pair", "{\n\"resource\": [\n\"\\ud800\"]}", 3, "surrogate")]
    [InlineData("a list", "\n[]", 2, "not an object")]
    [InlineData("no resource", "\n{}", 2, "no \"resource\"")]
    [InlineData("a resource that is text", "{\n\"resource\": \"none\"}", 2, "holds text")]
    [InlineData("a person that is text", "{\"resource\":{\"aws_iam_user\":{\n\"a\": \"a@x.uk\"}}}", 2, "holds text")]
    [InlineData("two resource keys", "{\"resource\":[],\n\"resource\":[]}", 2, "stands twice")]
    [InlineData("two of one type in one object", "{\"resource\":{\"aws_iam_user\":{},\n\"aws_iam_user\":{}}}", 2, "stands twice")]
    [InlineData("two names in one person", "{\"resource\":{\"aws_iam_user\":{\"a\":{\"name\":\"a@x.uk\",\n\"name\":\"b@x.uk\"}}}}", 2, "stands twice")]
    [InlineData("a name that is null", "{\"resource\":{\"aws_iam_user\":{\"a\":{\n\"name\":null}}}}", 2, "null")]
    [InlineData("a blank name", "{\"resource\":{\"aws_iam_user\":{\"a\":{\n\"name\":\" \"}}}}", 2, "blank")]
    [InlineData("a membership in the users' file", "{\"resource\":{\n\"aws_iam_group_membership\":{}}}", 2, "Move it to terraform/iam_")]
    public void What_cannot_be_read_is_named_with_its_line(string trap, string users, int line, string said)
    {
        var problem = ProblemsOf(users).ShouldHaveSingleItem(trap);

        problem.Place.ShouldBe(new FilePlace(RegisterFiles.Users, line), trap);
        problem.ToString().ShouldContain(said, customMessage: trap);
        problem.Mend.ShouldNotBeNullOrWhiteSpace(trap);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_named_with_its_line()
    {
        byte[] latin = [.. Bytes("{\n\"resource\": {\n\"//\": \"caf"), 0xE9, .. Bytes("\"}}")];

        ProblemsOf(latin, Bytes(NoMembers)).ShouldHaveSingleItem().ToString().ShouldContain(":3: The text is not UTF-8.");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Text_saved_as_UTF16_is_a_problem(string encoding)
    {
        ProblemsOf(Encoding.GetEncoding(encoding).GetBytes(Jane), Bytes(NoMembers)).ShouldHaveSingleItem().What.ShouldBe("The text is not UTF-8.");
    }

    [Theory]
    [InlineData("{\"resource\":{\"aws_iam_user\":{\"jane_doe\":{\"name\":\"jane.doe@cabinetoffice.gov.uk\"},\n\"jane_doe\":{\"name\":\"jane.doe@gpa.gov.uk\"}}}}")]
    [InlineData("{\"resource\":[{\"aws_iam_user\":{\"jane_doe\":{\"name\":\"jane.doe@cabinetoffice.gov.uk\"}}},\n{\"aws_iam_user\":{\"jane_doe\":{\"name\":\"jane.doe@gpa.gov.uk\"}}}]}")]
    public void Two_people_under_one_label_are_a_problem_in_either_form(string users)
    {
        var problem = ProblemsOf(users).ShouldHaveSingleItem();

        problem.Place.Line.ShouldBe(2);
        problem.What.ShouldBe("The label \"jane_doe\" is used twice, first on line 1.");
    }

    [Fact]
    public void One_name_twice_is_a_problem_also_when_only_its_case_differs()
    {
        var problem = ProblemsOf("{\"resource\":{\"aws_iam_user\":{\"a\":{\"name\":\"Jane@x.uk\"},\n\"b\":{\"name\":\"jane@X.uk\"}}}}").ShouldHaveSingleItem();

        problem.Place.Line.ShouldBe(2);
        problem.What.ShouldContain("first on line 1 as \"Jane@x.uk\"");
    }

    [Fact]
    public void A_broken_users_file_does_not_make_every_member_dangle()
    {
        ProblemsOf("{", Members("G", "${aws_iam_user.a.name}")).ShouldHaveSingleItem().Place.File.ShouldBe(RegisterFiles.Users);
    }
}
