using System.Text;
using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class RegisterReaderTests
{
    [Fact]
    public void A_person_is_read_with_name_label_line_and_group()
    {
        var register = Read(Jane, Members("CrossAccountAccess", "${aws_iam_user.jane_doe.name}"));

        var jane = register.People.ShouldHaveSingleItem();
        jane.Name.ShouldBe(new UserName("jane.doe@digital.cabinet-office.gov.uk"));
        jane.Label.ShouldBe("jane_doe");
        jane.Place.ToString().ShouldBe("terraform/gds_users.tf.json:5");
        jane.Groups.ShouldBe(["CrossAccountAccess"]);
        register.Groups.ShouldBe(["CrossAccountAccess"]);
    }

    [Theory]
    [InlineData("a list of one-key objects", """{"resource":[{"aws_iam_user":{"a":{"name":"a@x.uk"}}},{"aws_iam_user":{"b":{"name":"b@x.uk"}}}]}""")]
    [InlineData("an object", """{"resource":{"aws_iam_user":{"a":{"name":"a@x.uk"},"b":{"name":"b@x.uk"}}}}""")]
    [InlineData("one object with many labels in a list", """{"resource":[{"aws_iam_user":{"a":{"name":"a@x.uk"},"b":{"name":"b@x.uk"}}}]}""")]
    [InlineData("lists at every level", """{"resource":[{"aws_iam_user":[{"a":[{"name":"a@x.uk"}]},{"b":[{"name":"b@x.uk"}]}]}]}""")]
    [InlineData("other resources and unknown fields beside", """{"terraform":{},"resource":[{"aws_iam_policy":{"p":7}},{"aws_iam_user":{"a":{"name":"a@x.uk","tags":{"k":1}},"b":{"name":"b@x.uk","path":null}}}]}""")]
    [InlineData("Terraform's own comments", """{"//":"people","resource":{"//":"below","aws_iam_user":{"//":"sorted","a":{"//":"first","name":"a@x.uk"},"b":{"name":"b@x.uk"}}}}""")]
    public void Every_form_that_Terraform_allows_is_read(string form, string users)
    {
        Read(users).People.Select(person => person.Name.Value).ShouldBe(["a@x.uk", "b@x.uk"], form);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_fine_and_lines_still_count()
    {
        byte[] users = [.. Encoding.UTF8.Preamble, .. Bytes(Jane.ReplaceLineEndings("\r\n"))];

        RegisterReader.Read(users, Bytes(NoMembers)).People.ShouldHaveSingleItem().Place.Line.ShouldBe(5);
    }

    [Fact]
    public void A_person_in_no_group_is_valid_and_a_group_without_members_is_still_named()
    {
        var register = Read(Jane);

        register.People.ShouldHaveSingleItem().Groups.ShouldBeEmpty();
        register.Groups.ShouldBe(["CrossAccountAccess"]);
    }

    [Theory]
    [InlineData("""{"resource":[]}""")]
    [InlineData("""{"resource":{}}""")]
    [InlineData("""{"resource":[{"aws_iam_user":{}}]}""")]
    public void A_register_of_nobody_is_read_as_such_for_the_guard_to_refuse(string users)
    {
        Read(users).People.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_IAM_refuses_is_read_so_that_the_guard_refuses_that_person_alone()
    {
        var longName = new string('x', 70) + "@x.uk";
        var users = """{"resource":{"aws_iam_user":{"a":{"name":"LONG"},"b":{"name":"space here@x.uk"}}}}""".Replace("LONG", longName);

        Read(users).People.Count.ShouldBe(2);
    }

    [Fact]
    public void The_label_is_not_the_identity()
    {
        Read("""{"resource":{"aws_iam_user":{"jane_doe":{"name":"somebody.else@gpa.gov.uk"}}}}""")
            .People.ShouldHaveSingleItem().Name.Value.ShouldBe("somebody.else@gpa.gov.uk");
    }

    [Fact]
    public void Every_problem_of_both_files_is_said_at_once()
    {
        var problems = ProblemsOf("""{"resource":{"aws_iam_user":{"a":{},"b":{"name":7}}}}""", Members("G", "${aws_iam_user.gone.name}"));

        problems.Select(problem => problem.Place.File).ShouldBe([RegisterFiles.Users, RegisterFiles.Users, RegisterFiles.Members]);
    }

    [Fact]
    public void The_message_names_file_line_what_and_what_to_do()
    {
        var unreadable = Should.Throw<RegisterUnreadableException>(() => Read(Jane.Replace("\"name\"", "\"nmae\"")));

        unreadable.Message.ShouldContain("""
            - terraform/gds_users.tf.json:5: The user "jane_doe" has no name. Write "name": "<the person's address>".
            """);
    }

    [Fact]
    public void A_register_of_five_thousand_people_keeps_its_order()
    {
        var entries = Enumerable.Range(0, 5000).Select(n => $$$$"""{"aws_iam_user":{"p{{{{n}}}}":{"name":"p{{{{n}}}}@x.uk"}}}""");

        var people = Read($$"""{"resource":[{{string.Join(",\n", entries)}}]}""").People;

        people.Count.ShouldBe(5000);
        people[4999].Place.Line.ShouldBe(5000);
    }
}
