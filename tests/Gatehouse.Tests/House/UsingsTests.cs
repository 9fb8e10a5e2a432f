using System.Text.RegularExpressions;

namespace Gatehouse.Tests.House;

/// <summary>The order of using directives, which neither the compiler nor the check of the whitespace looks at.</summary>
public sealed partial class UsingsTests
{
    [Fact]
    public void In_every_file_they_are_sorted_with_System_first_and_static_ones_and_aliases_last()
    {
        var files = Repository.Sources("src", "tests", "cdk", "bench", "bundled").ToList();

        files.Count.ShouldBeGreaterThan(500);
        files.Where(file => !AreSorted(File.ReadLines(file))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, "using System;", "using System.Text;", "using Amazon;", "using static System.Math;", "using A = System.Text.Json;")]
    [InlineData(true, "using Amazon.Lambda;", "using Amazon.Lambda.Core;", "using Amazon.LambdaX;")]
    [InlineData(false, "using Amazon;", "using System;")]
    [InlineData(false, "using Gatehouse.Register;", "using Gatehouse.Aws;")]
    [InlineData(false, "using static System.Math;", "using Amazon;")]
    public void What_is_sorted_is_told_from_what_is_not(bool sorted, params string[] lines) => AreSorted(lines).ShouldBe(sorted);

    private static bool AreSorted(IEnumerable<string> lines)
    {
        var usings = lines.TakeWhile(line => !line.StartsWith("namespace", StringComparison.Ordinal)).Select(line => Using().Match(line)).Where(match => match.Success).Select(Place).ToList();
        return usings.SequenceEqual(usings.Order(StringComparer.Ordinal));
    }

    /// <summary>What it is sorted by: its kind, and then its name, of which a dot comes before every letter.</summary>
    private static string Place(Match match)
    {
        var name = match.Groups["name"].Value;
        var kind = match.Groups["alias"].Success ? 3 : match.Groups["static"].Success ? 2 : name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1;
        return $"{kind}{(kind == 3 ? match.Groups["alias"].Value : name).ToUpperInvariant().Replace('.', '\0')}";
    }

    [GeneratedRegex(@"^using (?:(?<static>static) |(?<alias>\w+) = )?(?<name>[\w.]+)")]
    private static partial Regex Using();
}
