using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Amazon.Lambda.Annotations.SourceGenerator.Reading;
using Amazon.Lambda.Annotations.SourceGenerator.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Generates a wrapper for each Lambda function, and the Main that runs the one that ANNOTATIONS_HANDLER names.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context.SyntaxProvider.ForAttributeWithMetadataName(
            TypeNames.Function,
            (node, _) => node is MethodDeclarationSyntax,
            (found, _) => FunctionReader.Read((IMethodSymbol)found.TargetSymbol, found.Attributes[0]));
        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            TypeNames.Startup,
            (node, _) => node is ClassDeclarationSyntax,
            (found, _) => AssemblyReader.ReadStartup((INamedTypeSymbol)found.TargetSymbol)).Collect();
        var assembly = context.CompilationProvider.Select(AssemblyReader.Read);
        var surroundings = startups.Combine(assembly);

        context.RegisterSourceOutput(functions.Combine(surroundings), (output, given) => WriteWrapper(output, given.Left, given.Right.Left, given.Right.Right));
        context.RegisterSourceOutput(
            functions.Collect().Combine(surroundings), (output, given) => WriteProgram(output, given.Left, given.Right.Left, given.Right.Right));
    }

    private static void WriteWrapper(SourceProductionContext output, LambdaFunction function, ImmutableArray<Startup> startups, AssemblyFacts assembly)
    {
        var startup = startups.FirstOrDefault();
        var problems = Checks.Of(function, startup, assembly).ToList();
        problems.ForEach(problem => output.ReportDiagnostic(problem.ToDiagnostic()));
        if (problems.Count == 0) output.AddSource(FileOf(function), WrapperWriter.Write(function, startup, assembly));
    }

    private static void WriteProgram(
        SourceProductionContext output, ImmutableArray<LambdaFunction> functions, ImmutableArray<Startup> startups, AssemblyFacts assembly)
    {
        var problems = Checks.Of(functions, startups, assembly).ToList();
        problems.ForEach(problem => output.ReportDiagnostic(problem.ToDiagnostic()));

        if (!assembly.GenerateMain || problems.Count > 0) return;

        var startup = startups.FirstOrDefault();
        List<LambdaFunction> sound =
            [.. functions.Where(function => !Checks.Of(function, startup, assembly).Any()).OrderBy(function => function.Handler, System.StringComparer.Ordinal)];
        output.AddSource("Program.g.cs", ProgramWriter.Write(sound, assembly));
    }

    private static string FileOf(LambdaFunction function) =>
        $"{(function.Namespace.Length > 0 ? function.Namespace + "." : string.Empty)}{function.Wrapper}.g.cs";
}
