using System.Linq;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Reading;

/// <summary>Short questions to symbols.</summary>
internal static class Symbols
{
    public static AttributeData? Attribute(this ISymbol symbol, string type) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == type);

    public static string? NamedText(this AttributeData attribute, string name) => Named(attribute, name) as string;

    public static int? NamedNumber(this AttributeData attribute, string name) => Named(attribute, name) as int?;

    public static bool NamedFlag(this AttributeData attribute, string name) => Named(attribute, name) is true;

    public static string FullName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static bool IsReachable(this ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && (symbol.ContainingType is null || symbol.ContainingType.IsReachable());

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
