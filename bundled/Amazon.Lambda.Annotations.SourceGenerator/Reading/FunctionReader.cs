using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Reading;

/// <summary>Reads a function from the method that declares it, with everything that stands against it.</summary>
internal static class FunctionReader
{
    private const int HttpApiVersion2 = 1;

    public static LambdaFunction Read(IMethodSymbol method, AttributeData attribute)
    {
        var problems = new List<Problem>();
        var place = Place.Of(method);
        RefuseUnsupported(method, place, problems);

        var api = ApiOf(method, place, problems);
        var (isAsync, result) = ResultReader.Read(method, place, problems);
        var arguments = ArgumentReader.Read(method, api, RouteOf(method), place, problems);
        var type = method.ContainingType;

        return new LambdaFunction(
            attribute.NamedText("ResourceName") ?? method.Name,
            type.ContainingNamespace.IsGlobalNamespace ? string.Empty : type.ContainingNamespace.ToDisplayString(),
            type.FullName(),
            type.Name,
            method.Name,
            method.IsStatic,
            isAsync,
            result,
            api,
            new Sequence<Argument>(arguments),
            place,
            new Sequence<Problem>(problems));
    }

    private static void RefuseUnsupported(IMethodSymbol method, Place? place, List<Problem> problems)
    {
        void Refuse(string why) =>
            problems.Add(new Problem(Problem.UnsupportedMethod, $"{method.ContainingType.Name}.{method.Name} cannot be a Lambda function: {why}", place));

        if (method.IsGenericMethod || method.ContainingType.IsGenericType) Refuse("it is generic");
        if (method.ContainingType.IsAbstract && !method.IsStatic) Refuse("its class is abstract or an interface, so that no instance can be made");
        if (!method.IsReachable() || !method.ContainingType.IsReachable())
            Refuse("it or its class is private or protected, out of the generated wrapper's reach");
    }

    private static Api ApiOf(IMethodSymbol method, Place? place, List<Problem> problems)
    {
        if (method.Attribute(TypeNames.HttpApi) is not { } http) return Api.None;

        if (http.NamedNumber("Version") is { } version && version != HttpApiVersion2)
            problems.Add(new Problem(Problem.UnsupportedMethod, $"{method.Name}: only HttpApiVersion.V2 is generated here", place));
        return Api.HttpV2;
    }

    private static string RouteOf(IMethodSymbol method) =>
        method.Attribute(TypeNames.HttpApi)?.ConstructorArguments.ElementAtOrDefault(1).Value as string ?? string.Empty;
}
