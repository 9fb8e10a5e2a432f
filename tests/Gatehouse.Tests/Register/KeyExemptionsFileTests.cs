using Gatehouse.Aws;
using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class KeyExemptionsFileTests
{
    private const string Good = """{"user":"jane.doe@example.gov.uk","reason":"The supplier needs until then","owner":"team@example.gov.uk","until":"2026-12-31"}""";

    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void An_exemption_says_whose_keys_why_who_answers_and_until_when() =>
        Read($$"""{"exemptions":[{{Good}}]}""").ShouldHaveSingleItem()
            .ShouldBe(new KeyExemption(new UserName("jane.doe@example.gov.uk"), null, "The supplier needs until then", "team@example.gov.uk", new DateOnly(2026, 12, 31)));

    [Fact]
    public void It_can_name_one_key_in_one_account() =>
        Read("""{"exemptions":[{"key":"AKIAIOSFODNN7EXAMPLE","account":"123456789012","reason":"a","owner":"a@b.uk","until":"2026-12-31"}]}""").ShouldHaveSingleItem()
            .ShouldBe(new KeyExemption(null, new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), "a", "a@b.uk", new DateOnly(2026, 12, 31)) { Account = "123456789012" });

    [Fact]
    public void Without_a_file_or_with_an_empty_list_nobody_is_exempt()
    {
        KeyExemptionsFile.Read(null, Today).ShouldBeEmpty();
        Read("""{"exemptions":[]}""").ShouldBeEmpty();
    }

    [Fact]
    public void It_lasts_at_most_180_days_from_today()
    {
        Read(Ending("2027-05-20")).ShouldHaveSingleItem();
        ProblemsIn(Ending("2027-05-21")).ShouldHaveSingleItem().ToString()
            .ShouldBe("mgmt/key-exemptions.json:1: The exemption ends in 181 days, and 180 are the most. Write 2027-05-20 or an earlier day; it can be prolonged by another pull request when it is about to end.");
    }

    [Fact]
    public void A_file_that_can_be_read_can_be_read_for_ever()
    {
        var file = Bytes(Ending("2027-05-20"));

        for (var day = Today; day < Today.AddDays(400); day = day.AddDays(1))
        {
            KeyExemptionsFile.Read(file, day).ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("2026-12-30T12:00Z", true)]
    [InlineData("2026-12-31T23:59:59Z", true)]
    [InlineData("2027-01-01T00:00Z", false)]
    public void It_holds_through_the_whole_of_its_last_day(string at, bool holds) =>
        Read($$"""{"exemptions":[{{Good}}]}""").Single().HoldsAt(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(holds);

    [Theory]
    [InlineData("nobody", "\"user\":\"jane.doe@example.gov.uk\",", "", "neither a \"user\" nor a \"key\"")]
    [InlineData("a user and a key", "\"reason\"", "\"key\":\"AKIAIOSFODNN7EXAMPLE\",\"reason\"", "both a \"user\" and a \"key\"")]
    [InlineData("a key as a user", "jane.doe@example.gov.uk", "jane doe", "the name of an IAM user")]
    [InlineData("a session's key", "\"user\":\"jane.doe@example.gov.uk\"", "\"key\":\"ASIAIOSFODNN7EXAMPLE\"", "AKIA and 16 capitals and digits")]
    [InlineData("no reason", "The supplier needs until then", " ", "why, in at most 200 characters")]
    [InlineData("an owner without an address", "team@example.gov.uk", "the team", "the mail address of who answers for it")]
    [InlineData("a day that there is not", "2026-12-31", "2026-11-31", "the last day on which it holds")]
    [InlineData("a moment", "2026-12-31", "2026-12-31T09:00Z", "the last day on which it holds")]
    [InlineData("a misspelt key", "\"until\"", "\"untill\"", "means nothing here")]
    public void What_is_unclear_is_refused_with_its_line_and_what_to_write(string trap, string from, string to, string said)
    {
        var problems = ProblemsIn($"{{\n\"exemptions\": [\n{Good.Replace(from, to, StringComparison.Ordinal)}]}}");

        problems.ShouldAllBe(problem => problem.Place == new FilePlace(RegisterFiles.KeyExemptions, 3), trap);
        problems.ShouldContain(problem => problem.ToString().Contains(said, StringComparison.Ordinal), trap);
        problems.ShouldAllBe(problem => problem.Mend.Length > 0, trap);
    }

    [Fact]
    public void The_same_user_twice_is_unclear_though_written_in_another_case() =>
        ProblemsIn($$"""{"exemptions":[{{Good}},{{Good.Replace("jane", "JANE", StringComparison.Ordinal)}}]}""").ShouldHaveSingleItem().What.ShouldContain("exempted twice");

    [Fact]
    public void Every_problem_is_said_at_once() =>
        ProblemsIn("""{"exemptions":[{"user":"a b","reason":"","owner":"x","until":"y"},{}]}""").Count.ShouldBe(8);

    private static string Ending(string day) => $$"""{"exemptions":[{{Good.Replace("2026-12-31", day, StringComparison.Ordinal)}}]}""";

    private static IReadOnlyList<KeyExemption> Read(string file) => KeyExemptionsFile.Read(Bytes(file), Today);

    private static IReadOnlyList<RegisterProblem> ProblemsIn(string file) => Should.Throw<RegisterUnreadableException>(() => Read(file)).Problems;
}
