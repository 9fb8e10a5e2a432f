using System.Diagnostics;
using System.Text.Json;

namespace Amazon.Lambda.Tests.House;

/// <summary>Which packages a project takes from the registry and which from bundled/, as the build evaluates it.</summary>
public class SwapTests
{
    private const string Project = "src/Gatehouse/Gatehouse.csproj";

    [Fact]
    public async Task With_none_bundled_every_reference_is_a_plain_package()
    {
        var (packages, projects) = await EvaluateAsync("none");

        projects.ShouldBeEmpty();
        packages.ShouldContain("Amazon.Lambda.Annotations");
        packages.ShouldContain("AWSSDK.StepFunctions");
    }

    [Theory]
    [InlineData("Amazon.Lambda.Core", "bundled/Amazon.Lambda.Core")]
    [InlineData("Amazon.Lambda.RuntimeSupport;AWSSDK.StepFunctions", "bundled/Amazon.Lambda.RuntimeSupport bundled/AWSSDK.StepFunctions")]
    [InlineData("Amazon.Lambda.Annotations", "bundled/Amazon.Lambda.Annotations bundled/Amazon.Lambda.Annotations.SourceGenerator")]
    [InlineData("Amazon.Lambda.TestUtilities", "")]
    public async Task A_subset_that_is_bundled_is_swapped_and_no_other(string bundled, string swapped)
    {
        var (packages, projects) = await EvaluateAsync(bundled);
        var (all, _) = await EvaluateAsync("none");

        projects.ShouldBe(swapped.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        packages.ShouldBe(all.Except(bundled.Split(';')), ignoreOrder: true);
    }

    [Fact]
    public async Task A_stand_in_takes_what_it_needs_itself_from_the_registry_where_that_has_it()
    {
        var (packages, projects) = await EvaluateAsync(
            "Amazon.Lambda.RuntimeSupport", "bundled/Amazon.Lambda.RuntimeSupport/Amazon.Lambda.RuntimeSupport.csproj");

        packages.ShouldContain("Amazon.Lambda.Core");
        projects.ShouldBeEmpty();
    }

    private static async Task<(List<string> Packages, List<string> Projects)> EvaluateAsync(string bundled, string project = Project)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Places.RepositoryRoot,
            RedirectStandardOutput = true,
            ArgumentList = { "msbuild", project, "-nologo", "-getItem:PackageReference", "-getItem:ProjectReference", $"-p:BundledPackages={bundled.Replace(";", "%3B", StringComparison.Ordinal)}" },
        };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        build.ExitCode.ShouldBe(0, output);

        var items = JsonDocument.Parse(output).RootElement.GetProperty("Items");
        return ([.. Identities("PackageReference")], [.. Identities("ProjectReference").Select(FolderOf)]);

        IEnumerable<string> Identities(string item) => items.GetProperty(item).EnumerateArray().Select(found => found.GetProperty("Identity").GetString()!);
    }

    private static string FolderOf(string project) =>
        Path.GetDirectoryName(Path.GetRelativePath(Places.RepositoryRoot, Path.Combine(Places.RepositoryRoot, project)))!;
}
