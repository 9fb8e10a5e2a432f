using Gatehouse.Aws;
using Gatehouse.Keys;

namespace Gatehouse.Tests.Keys;

public class KeyGuardTests
{
    [Theory]
    [InlineData("nothing is due", 0, 0, 0, null)]
    [InlineData("as many as are allowed", 25, 1000, 25, null)]
    [InlineData("one more than are allowed", 26, 1000, 0, "26 of 1000 active keys were due to be made inactive at once, and 26 is over 25")]
    [InlineData("a tenth of fifty", 5, 50, 5, null)]
    [InlineData("more than a tenth of fifty", 6, 50, 0, "6 of 50 active keys were due to be made inactive at once, and 12.00% is over 10.00% (6/50)")]
    [InlineData("of fewer than fifty the share does not matter", 25, 49, 25, null)]
    [InlineData("of fewer than fifty the number does", 26, 49, 0, "26 of 49 active keys were due to be made inactive at once, and 26 is over 25")]
    public void Too_many_at_once_are_none(string what, int due, int active, int allowed, string? arithmetic)
    {
        var verdict = KeyGuard.Judge(Keys(due), new HashSet<AccessKeyId>(), active, GivenKeys.Rule);

        verdict.Allowed.Count.ShouldBe(allowed, what);
        verdict.Arithmetic.ShouldBe(arithmetic, what);
        verdict.Waiting.Count.ShouldBe(due - allowed, what);
    }

    [Fact]
    public void Exactly_those_that_a_person_allowed_may_be_and_are_not_counted_again()
    {
        var due = Keys(60);

        var verdict = KeyGuard.Judge(due, due.Take(40).ToHashSet(), 1000, GivenKeys.Rule);

        verdict.Allowed.Count.ShouldBe(60);
        KeyGuard.Judge(due, due.Take(30).ToHashSet(), 1000, GivenKeys.Rule).Allowed.ShouldBe(due.Take(30), ignoreOrder: true);
        KeyGuard.Judge(Keys(1), due.ToHashSet(), 1000, GivenKeys.Rule).Allowed.ShouldHaveSingleItem();
    }

    private static IReadOnlyList<AccessKeyId> Keys(int count) => [.. Enumerable.Range(0, count).Select(number => new AccessKeyId($"AKIA{number:0000}EXAMPLE"))];
}
