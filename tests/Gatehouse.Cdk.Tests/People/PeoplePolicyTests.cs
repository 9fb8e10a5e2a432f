namespace Gatehouse.Cdk.Tests.People;

/// <summary>Who may do what by the people's policy, as an IAM policy simulator answers it.</summary>
[Collection(Synthesised.Name)]
public sealed class PeoplePolicyTests(Synthesis synthesis, PeopleAnswers answers) : IClassFixture<PeopleAnswers>
{
    /// <summary>IAM counts a policy without its white space.</summary>
    private const int MostCharacters = 6_144;

    public static TheoryData<string, int> Questions
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var (number, row) in PeopleQuestions.All.Index())
                rows.Add($"{row.Sentence}: {row.Verdict}", number);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void IAM_answers(string sentence, int number) => answers.To(number).ShouldBe(PeopleQuestions.All[number].Verdict, sentence);

    // The policies of other settings share most of their statements with the first, whose words are all asked for.
    [Theory]
    [InlineData("prefix", "")]
    [InlineData("exact", "CreateOwnDevices")]
    [InlineData("exact", "DeleteOwnDevices")]
    [InlineData("addresses", "DenyOtherAddresses")]
    public async Task No_word_of_the_policy_can_be_left_out_without_an_answer_that_changes(string policy, string statement)
    {
        var shorter = Shortened.Of(answers.Policy(policy)).Where(change => change.Without.StartsWith(statement, StringComparison.Ordinal)).ToList();

        var unnoticed = await answers.UnnoticedAsync(policy, shorter);

        unnoticed.ShouldBeEmpty();
        shorter.Count.ShouldBeGreaterThan(statement.Length == 0 ? 40 : 0);
    }

    [Fact]
    public void It_is_attached_to_the_group_that_everybody_is_in() =>
        synthesis.Template.Only("AWS::IAM::ManagedPolicy")["Properties"]!["Groups"]!.ToJsonString().ShouldBe("""["CrossAccountAccess"]""");

    [Fact]
    public void Without_a_group_it_is_attached_to_nobody_and_the_synthesis_says_what_to_write()
    {
        using var without = Synthesis.With(settings => settings.Remove("peopleGroup"));

        without.Template.Only("AWS::IAM::ManagedPolicy")["Properties"]!["Groups"].ShouldBeNull();
        without.Manifest.ShouldContain("gatehouse.peopleGroup is not set, so that the policy gatehouse-people is attached to nobody");
        synthesis.Manifest.ShouldNotContain("gatehouse.peopleGroup");
    }

    [Fact]
    public void A_group_that_nobody_is_put_into_is_doubted()
    {
        using var another = Synthesis.With(settings => settings["peopleGroup"] = "Everybody");

        another.Manifest.ShouldContain("gatehouse.peopleGroup is Everybody, which is not among gatehouse.groups");
    }

    [Fact]
    public void It_has_room_for_as_many_address_blocks_as_the_settings_take()
    {
        using var long_ = Synthesis.With(settings =>
            settings["allowedAddresses"] = Enumerable.Range(0x1000, 64).Select(number => (object)$"2001:0db8:aaaa:bbbb:cccc:dddd:eeee:{number:x}/128").ToArray());

        Characters(long_.Template).ShouldBeLessThanOrEqualTo(MostCharacters);
        Characters(synthesis.Template).ShouldBeLessThanOrEqualTo(MostCharacters);
    }

    private static int Characters(Template template) => template.Plain(template.Only("AWS::IAM::ManagedPolicy")["Properties"]!["PolicyDocument"]!).ToJsonString(Unescaped).Length;

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
