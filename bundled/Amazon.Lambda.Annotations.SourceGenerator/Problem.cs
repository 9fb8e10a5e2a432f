using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What stops a function from being generated, said to its author as a compile error.</summary>
internal sealed record Problem(string Id, string Message, Place? Place)
{
    public const string UnsupportedMethod = "LAMBDA001";
    public const string UnsupportedParameter = "LAMBDA002";
    public const string UnsupportedResult = "LAMBDA003";
    public const string UnsupportedStartup = "LAMBDA004";
    public const string MissingReference = "LAMBDA005";
    public const string NameTakenTwice = "LAMBDA006";
    public const string MainNotPossible = "LAMBDA007";
    public const string MissingSerializer = "LAMBDA008";

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            new DiagnosticDescriptor(Id, "Lambda function cannot be generated", "{0}", "Lambda", DiagnosticSeverity.Error, true), Place?.ToLocation(), Message);
}

/// <summary>A place in a source file, apart from the syntax tree so that it can be compared.</summary>
internal sealed record Place(string File, TextSpan Span, LinePositionSpan Lines)
{
    public static Place? Of(ISymbol symbol)
    {
        foreach (var location in symbol.Locations)
        {
            if (location.SourceTree is { } tree) return new Place(tree.FilePath, location.SourceSpan, location.GetLineSpan().Span);
        }

        return null;
    }

    public Location ToLocation() => Location.Create(File, Span, Lines);
}
