using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Amazon.Lambda.Tests.Generator;

/// <summary>What the generator makes of a source text, compiled with it as a program with a Main.</summary>
internal sealed class Generated
{
    public const string Usings = """
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Annotations.APIGateway;
        using Amazon.Lambda.APIGatewayEvents;
        using Amazon.Lambda.Core;
        using Amazon.Lambda.Serialization.SystemTextJson;
        using Microsoft.Extensions.DependencyInjection;

        """;

    public const string Assembly = """
        [assembly: LambdaGlobalProperties(GenerateMain = true)]
        [assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]

        """;

    private Generated(CSharpCompilation before, GeneratorDriver driver)
    {
        Before = before;
        Driver = driver.RunGeneratorsAndUpdateCompilation(before, out var after, out var problems);
        Problems = [.. problems.Select(problem => $"{problem.Id} {problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
        CompileErrors = [.. after.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
    }

    public CSharpCompilation Before { get; }

    public GeneratorDriver Driver { get; }

    public IReadOnlyList<string> Problems { get; }

    /// <summary>Errors and warnings of the whole program, generated code and all.</summary>
    public IReadOnlyList<string> CompileErrors { get; }

    public IReadOnlyDictionary<string, string> Files =>
        Driver.GetRunResult().GeneratedTrees.ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.ToString());

    public static Generated From(string source, OutputKind kind = OutputKind.ConsoleApplication, string assembly = Assembly, params string[] without) =>
        new(
            CSharpCompilation.Create(
                "Sample",
                [CSharpSyntaxTree.ParseText(Usings + assembly + source, path: "Sample.cs")],
                References(without),
                new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable)
                    .WithSpecificDiagnosticOptions([new("CS8019", ReportDiagnostic.Suppress), new("CS0105", ReportDiagnostic.Suppress)])),
            CSharpGeneratorDriver.Create(
                [new LambdaGenerator().AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)));

    /// <summary>The same program with one more file, generated again by the same driver.</summary>
    public Generated With(string otherFile) => new(Before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(otherFile, path: "Other.cs")), Driver);

    private static IEnumerable<MetadataReference> References(string[] without) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !without.Contains(Path.GetFileNameWithoutExtension(path)) && Path.GetFileNameWithoutExtension(path) != "Amazon.Lambda.Tests")
            .Select(path => MetadataReference.CreateFromFile(path));
}
