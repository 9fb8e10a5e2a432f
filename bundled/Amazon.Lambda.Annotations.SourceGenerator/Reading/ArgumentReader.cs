using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Reading;

/// <summary>Reads where each argument of a function comes from.</summary>
internal static class ArgumentReader
{
    private const string WaysToSay = "use [FromServices], [FromBody], [FromHeader], [FromQuery] or [FromRoute], the request itself, or ILambdaContext";

    private static readonly (string Attribute, Source Source)[] _httpSources =
    [
        (TypeNames.FromBody, Source.Body),
        (TypeNames.FromHeader, Source.Header),
        (TypeNames.FromQuery, Source.Query),
        (TypeNames.FromRoute, Source.Route),
    ];

    public static List<Argument> Read(IMethodSymbol method, Api api, string route, Place? place, List<Problem> problems)
    {
        var arguments = new List<Argument>();
        foreach (var parameter in method.Parameters)
        {
            if (SourceOf(parameter, api, route) is { } found)
                arguments.Add(ArgumentOf(parameter, found.Source, found.Key));
            else
                problems.Add(Unsupported(parameter, $"it is not said where the parameter '{parameter.Name}' comes from: {WaysToSay}"));

            if (parameter.RefKind != RefKind.None)
                problems.Add(Unsupported(parameter, $"the parameter '{parameter.Name}' is passed by reference"));
        }

        if (arguments.Count(argument => argument.Source == Source.Input) > 1)
            problems.Add(Unsupported(method, "it takes more than one input: an invocation has one; services are marked [FromServices]", place));
        problems.AddRange(PartsNotTaken(method, route, arguments, place));
        return arguments;
    }

    private static IEnumerable<Problem> PartsNotTaken(IMethodSymbol method, string route, List<Argument> arguments, Place? place)
    {
        // Who takes the request itself finds the parts there.
        if (arguments.Any(argument => argument.Source == Source.Input)) return [];

        return PartsOf(route)
            .Where(part => !arguments.Any(argument => argument.Source == Source.Route && argument.Key == part))
            .Select(part => Unsupported(method, $"the route's part '{{{part}}}' has no parameter", place));
    }

    private static Problem Unsupported(IParameterSymbol parameter, string why) =>
        Unsupported((IMethodSymbol)parameter.ContainingSymbol, why, Place.Of(parameter));

    private static Problem Unsupported(IMethodSymbol method, string why, Place? place) => new(Problem.UnsupportedParameter, $"{method.Name}: {why}", place);

    private static (Source Source, string Key)? SourceOf(IParameterSymbol parameter, Api api, string route)
    {
        var type = parameter.Type.FullName();
        if (type == TypeNames.Context) return (Source.Context, parameter.Name);
        if (parameter.Attribute(TypeNames.FromServices) is not null) return (Source.Service, parameter.Name);
        if (api == Api.None) return (Source.Input, parameter.Name);
        if (type == TypeNames.Request) return (Source.Input, parameter.Name);

        foreach (var (name, source) in _httpSources)
        {
            if (parameter.Attribute(name) is { } attribute) return (source, attribute.NamedText("Name") ?? parameter.Name);
        }

        return PartsOf(route).Contains(parameter.Name) ? (Source.Route, parameter.Name) : null;
    }

    private static Argument ArgumentOf(IParameterSymbol parameter, Source source, string key)
    {
        var type = parameter.Type;
        var element = source is Source.Header or Source.Query ? ElementOf(type) : null;
        var value = element ?? type;
        if (value is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable) value = nullable.TypeArguments[0];
        return new Argument(parameter.Name, type.FullName(), value.FullName(), element is not null, source, key);
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1 } list
        && list.Name is "IEnumerable" or "IList" or "List" or "ICollection" or "IReadOnlyList" or "IReadOnlyCollection"
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : null;

    private static IEnumerable<string> PartsOf(string route) =>
        route.Split('/').Where(part => part.StartsWith("{") && part.EndsWith("}")).Select(part => part.Trim('{', '}').TrimEnd('+'));
}
