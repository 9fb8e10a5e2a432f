using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Reading;

/// <summary>Reads what holds for the whole assembly.</summary>
internal static class AssemblyReader
{
    public static AssemblyFacts Read(Compilation compilation, CancellationToken cancellation)
    {
        var serializer = compilation.Assembly.Attribute(TypeNames.Serializer)?.ConstructorArguments.FirstOrDefault().Value as ITypeSymbol;
        return new AssemblyFacts(
            compilation.Assembly.Attribute(TypeNames.GlobalProperties)?.NamedFlag("GenerateMain") == true,
            serializer?.FullName(),
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication,
            compilation.GetEntryPoint(cancellation) is not null,
            compilation.GetTypeByMetadataName(TypeNames.ContainerBuilder) is not null,
            compilation.GetTypeByMetadataName(TypeNames.BootstrapBuilder) is not null);
    }

    public static Startup ReadStartup(INamedTypeSymbol type)
    {
        var problems = new List<Problem>();
        void Refuse(string why) => problems.Add(new Problem(Problem.UnsupportedStartup, $"{type.Name} cannot be the [LambdaStartup]: {why}", Place.Of(type)));

        if (type.IsAbstract || type.IsGenericType || !type.InstanceConstructors.Any(IsPlain))
            Refuse("it needs a constructor without parameters, and can be neither abstract, static nor generic");
        if (!type.GetMembers("ConfigureServices").OfType<IMethodSymbol>().Any(IsConfigureServices))
            Refuse("it needs a public method ConfigureServices(IServiceCollection services)");
        return new Startup(type.FullName(), new Sequence<Problem>(problems));
    }

    private static bool IsPlain(IMethodSymbol constructor) => constructor.Parameters.Length == 0 && constructor.IsReachable();

    private static bool IsConfigureServices(IMethodSymbol method) =>
        method is { IsStatic: false, Parameters.Length: 1 } && method.IsReachable()
        && method.Parameters[0].Type.ToDisplayString() == "Microsoft.Extensions.DependencyInjection.IServiceCollection";
}
