using System.Text.RegularExpressions;

namespace Gatehouse.Tests.House;

/// <summary>Files that decide touch nothing: every <c>…Plan.cs</c> and <c>…Guard.cs</c>, every file whose docstring calls it pure, and the register's reading.</summary>
public partial class PurityTests
{
    private static readonly string Source = Repository.Path("src", "Gatehouse");

    // It looks at the environment and ends the process, because it guards that process's start and no plan.
    private static readonly string[] NoDecision = ["HandlerGuard.cs"];

    public static TheoryData<string> PureFiles => [.. PureNames()];

    [Theory]
    [MemberData(nameof(PureFiles))]
    public void A_file_that_decides_waits_for_nothing_and_reads_no_clock_and_no_cloud(string file)
    {
        var impure = File.ReadLines(Path.Combine(Source, file))
            .Select((text, index) => (Line: index + 1, Text: text.Trim()))
            .Where(line => !line.Text.StartsWith("//", StringComparison.Ordinal) && Impure().IsMatch(line.Text));

        impure.ShouldBeEmpty(file);
    }

    [Fact]
    public void The_files_that_must_be_pure_are_among_those_looked_at()
    {
        var names = PureNames().Select(Path.GetFileName).ToList();

        names.ShouldContain("MembershipPlan.cs");
        names.ShouldContain("MembershipGuard.cs");
        names.ShouldContain("RegisterReader.cs");
        names.ShouldContain("Recognition.cs");
    }

    [Theory]
    [InlineData("var users = await iam.ListAsync();")]
    [InlineData("using Amazon.IdentityManagement;")]
    [InlineData("public Plan(TimeProvider clock)")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var name = Environment.GetEnvironmentVariable(\"X\");")]
    [InlineData("var text = File.ReadAllText(path);")]
    [InlineData("var pick = Random.Shared.Next();")]
    public void What_is_impure_is_recognised(string line)
    {
        Impure().IsMatch(line).ShouldBeTrue();
    }

    private static IEnumerable<string> PureNames() => Repository
        .Sources(Path.Combine("src", "Gatehouse"))
        .Select(file => Path.GetRelativePath(Source, file))
        .Where(IsPure)
        .Order(StringComparer.Ordinal);

    private static bool IsPure(string file) =>
        (!NoDecision.Contains(Path.GetFileName(file)) && DecidesByName().IsMatch(file))
        || File.ReadAllText(Path.Combine(Source, file)).Contains("Pure.", StringComparison.Ordinal);

    [GeneratedRegex(@"(Plan|Guard|Signature)\.cs$|^Register/(?!IRegisterSource)")]
    private static partial Regex DecidesByName();

    [GeneratedRegex(@"\bawait\b|\basync\b|\bTask\b|\bTimeProvider\b|\bDateTime(Offset)?\.(Utc)?Now\b|\busing Amazon\b|\bHttpClient\b|\bEnvironment\.|\bConsole\.|\bRandom\b|\bRandomNumberGenerator\b|\bFile\.(Read|Write|Open|Exists)|\bGuid\.NewGuid\b")]
    private static partial Regex Impure();
}
