using Gatehouse.Register;
using static Gatehouse.Tests.Register.RegisterFixture;

namespace Gatehouse.Tests.Register;

public class RootNoticesFileTests
{
    private const string Good = """{"account":"123456789012","from":"2026-11-21T09:00Z","to":"2026-11-21T12:00Z","who":"Jane Doe","why":"a lost phone"}""";

    [Fact]
    public void A_notice_says_which_account_when_who_and_why()
    {
        RootNoticesFile.Read(Bytes($$"""{"notices":[{{Good}}]}""")).ShouldHaveSingleItem()
            .ShouldBe(new RootNotice("123456789012", At("2026-11-21T09:00Z"), At("2026-11-21T12:00Z"), "Jane Doe", "a lost phone"));
    }

    [Fact]
    public void Without_a_file_or_with_an_empty_list_nothing_is_announced()
    {
        RootNoticesFile.Read(null).ShouldBeEmpty();
        RootNoticesFile.Read(Bytes("""{"notices":[]}""")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-21T08:59:59Z", false)]
    [InlineData("2026-11-21T09:00Z", true)]
    [InlineData("2026-11-21T12:00Z", true)]
    [InlineData("2026-11-21T12:00:01Z", false)]
    public void It_covers_its_own_account_from_its_first_moment_to_its_last(string at, bool covered)
    {
        var notice = RootNoticesFile.Read(Bytes($$"""{"notices":[{{Good}}]}""")).Single();

        notice.Covers("123456789012", At(at)).ShouldBe(covered);
        notice.Covers("111122223333", At(at)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-07-21T09:00+01:00", "2026-07-21T08:00Z")]
    [InlineData("2026-07-21T09:00:30Z", "2026-07-21T09:00:30Z")]
    [InlineData("2026-07-21T09:00:30.5-05:00", "2026-07-21T14:00:30.5Z")]
    public void A_moment_is_read_with_its_offset(string written, string meant) =>
        RootNoticesFile.Read(Bytes("""{"notices":[{"account":"123456789012","from":"FROM","to":"2026-07-22T09:00Z","who":"a","why":"b"}]}""".Replace("FROM", written, StringComparison.Ordinal)))
            .Single().From.ShouldBe(At(meant));

    [Theory]
    [InlineData("an account with eleven digits", "\"123456789012\"", "\"12345678901\"", "twelve digits")]
    [InlineData("an account that is a number", "\"123456789012\"", "123456789012", "twelve digits")]
    [InlineData("a moment without its offset", "09:00Z", "09:00", "offset")]
    [InlineData("a day without a moment", "2026-11-21T09:00Z", "2026-11-21", "offset")]
    [InlineData("a day that there is not", "2026-11-21T09:00Z", "2026-02-30T09:00Z", "offset")]
    [InlineData("an end before the beginning", "2026-11-21T12:00Z", "2026-11-21T09:00Z", "ends before it begins")]
    [InlineData("more than seven days", "2026-11-21T12:00Z", "2026-11-28T09:01Z", "more than 7 days")]
    [InlineData("nobody", "Jane Doe", " ", "who will do it")]
    [InlineData("no reason", "a lost phone", "", "what for")]
    [InlineData("a misspelt key", "\"why\"", "\"reason\"", "means nothing here")]
    public void What_is_unclear_is_refused_with_its_line_and_what_to_write(string trap, string from, string to, string said)
    {
        var problems = ProblemsIn($"{{\n\"notices\": [\n{Good.Replace(from, to, StringComparison.Ordinal)}]}}");

        problems.ShouldAllBe(problem => problem.Place == new FilePlace(RegisterFiles.RootNotices, 3), trap);
        problems.ShouldContain(problem => problem.ToString().Contains(said, StringComparison.Ordinal), trap);
        problems.ShouldAllBe(problem => problem.Mend.Length > 0, trap);
    }

    [Theory]
    [InlineData("an empty file", "", "empty")]
    [InlineData("broken JSON", "{", "broken")]
    [InlineData("a list", "[]", "where an object should be")]
    [InlineData("no list", "{}", "must be a list")]
    [InlineData("a notice that is text", """{"notices":["soon"]}""", "where an object should be")]
    [InlineData("another key beside", """{"notices":[],"notice":[]}""", "means nothing here")]
    public void Another_shape_is_refused(string trap, string file, string said) =>
        ProblemsIn(file).ShouldContain(problem => problem.ToString().Contains(said, StringComparison.Ordinal), trap);

    [Fact]
    public void Every_problem_is_said_at_once() =>
        ProblemsIn("""{"notices":[{"account":"1","from":"x","to":"y","who":"","why":""},{}]}""").Count.ShouldBe(10);

    private static IReadOnlyList<RegisterProblem> ProblemsIn(string file) =>
        Should.Throw<RegisterUnreadableException>(() => RootNoticesFile.Read(Bytes(file))).Problems;

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
