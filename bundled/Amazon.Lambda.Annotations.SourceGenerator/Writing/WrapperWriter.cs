using System.Collections.Generic;
using System.Linq;

namespace Amazon.Lambda.Annotations.SourceGenerator.Writing;

/// <summary>Writes the class around a function: services once, a scope for each invocation, arguments, and the answer.</summary>
internal static class WrapperWriter
{
    public static string Write(LambdaFunction function, Startup? startup, AssemblyFacts assembly)
    {
        var code = new Code();
        if (function.Namespace.Length > 0) code.Line($"namespace {function.Namespace};").Line();

        code.Block($"internal sealed class {function.Wrapper}", () =>
        {
            WriteFields(code, function, startup, assembly);
            code.Line();
            WriteConstructor(code, function, startup);
            code.Line();
            code.Block(SignatureOf(function), () => WriteBody(code, function, startup));
            if (function.Api == Api.HttpV2) HttpWriter.WriteMembers(code, function);
        });
        return code.ToString();
    }

    /// <summary>The type that Main gives the serializer to read; a stream where the function takes no input.</summary>
    public static string InputOf(LambdaFunction function) =>
        function.Api == Api.HttpV2
            ? TypeNames.Request
            : function.Arguments.FirstOrDefault(argument => argument.Source == Source.Input)?.Type ?? TypeNames.Stream;

    /// <summary>The type that the wrapper yields; null for none.</summary>
    public static string? OutputOf(LambdaFunction function) => function switch
    {
        { Api: Api.None } => function.Result,
        { ReturnsHttpResult: true } => TypeNames.Stream,
        _ => TypeNames.Response,
    };

    private static string SignatureOf(LambdaFunction function)
    {
        var output = OutputOf(function) is { } type ? $"global::System.Threading.Tasks.Task<{type}>" : "global::System.Threading.Tasks.Task";
        return $"public async {output} {function.Method}({InputOf(function)} __request__, {TypeNames.Context} __context__)";
    }

    private static void WriteFields(Code code, LambdaFunction function, Startup? startup, AssemblyFacts assembly)
    {
        if (startup is not null) code.Line("private readonly global::Microsoft.Extensions.DependencyInjection.ServiceProvider __services__;");
        else if (!function.IsStatic) code.Line($"private readonly {function.Class} __instance__;");
        if (assembly.Serializer is not null)
            code.Line($"private readonly global::Amazon.Lambda.Core.ILambdaSerializer __serializer__ = new {assembly.Serializer}();");
    }

    private static void WriteConstructor(Code code, LambdaFunction function, Startup? startup) => code.Block($"public {function.Wrapper}()", () =>
    {
        if (startup is null)
        {
            if (!function.IsStatic) code.Line($"__instance__ = new {function.Class}();");
            return;
        }

        const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
        code.Line("var services = new global::Microsoft.Extensions.DependencyInjection.ServiceCollection();");
        code.Line("// Before the startup's own services, so that it may choose another lifetime for this class.");
        if (!function.IsStatic) code.Line($"{Services}.AddSingleton<{function.Class}>(services);");
        code.Line($"new {startup.Class}().ConfigureServices(services);");
        code.Line(
            "__services__ = global::Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);");
    });

    private static void WriteBody(Code code, LambdaFunction function, Startup? startup)
    {
        if (startup is not null)
        {
            code.Line(
                "await using var __scope__ = "
                + "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(__services__);");
        }
        if (!function.IsStatic) code.Line($"var __function__ = {(startup is null ? "__instance__" : Service(function.Class))};");
        foreach (var argument in function.Arguments.Where(argument => argument.Source == Source.Service))
            code.Line($"var @{argument.Name} = {Service(argument.Type)};");

        if (function.Api == Api.HttpV2) HttpWriter.WriteArguments(code, function);
        WriteCall(code, function);
    }

    private static string Service(string type) =>
        $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{type}>(__scope__.ServiceProvider)";

    private static void WriteCall(Code code, LambdaFunction function)
    {
        var call = $"{(function.IsStatic ? function.Class : "__function__")}.{function.Method}({string.Join(", ", Passed(function.Arguments))})";
        if (function.IsAsync) call = $"await {call}";
        if (!function.IsAsync && function.Api == Api.None) code.Line("await global::System.Threading.Tasks.Task.CompletedTask;");

        if (function.Api == Api.HttpV2) HttpWriter.WriteAnswer(code, function, call);
        else code.Line(function.Result is null ? $"{call};" : $"return {call};");
    }

    private static IEnumerable<string> Passed(IEnumerable<Argument> arguments) => arguments.Select(argument => argument.Source switch
    {
        Source.Input => "__request__",
        Source.Context => "__context__",
        _ => $"@{argument.Name}",
    });
}
