using System.Text.RegularExpressions;

namespace Gatehouse.Tests.House;

/// <summary>The threat model names a test for each thing that stops somebody: each must exist, and be a test.</summary>
public partial class ThreatModelTests
{
    private static readonly Lazy<HashSet<string>> Tests = new(() => Repository
        .Sources("tests")
        .SelectMany(file => TestMethod().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet());

    public static TheoryData<string> Named => [.. Names];

    private static HashSet<string> Names => [.. TestName().Matches(File.ReadAllText(Repository.Path("docs", "threat-model.md"))).Select(match => match.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Named))]
    public void A_test_that_the_threat_model_names_exists(string name) => Tests.Value.ShouldContain(name);

    [Fact]
    public void The_threat_model_names_many_tests_and_a_made_up_one_would_be_seen()
    {
        Names.Count.ShouldBeGreaterThan(25);
        Tests.Value.ShouldNotContain("A_test_that_nobody_wrote");
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();

    [GeneratedRegex(@"public (static )?(async )?(Task|void) (?<name>[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+)\(")]
    private static partial Regex TestMethod();
}
