using System.Collections.Generic;
using System.Linq;

namespace Amazon.Lambda.Annotations.SourceGenerator.Writing;

/// <summary>
/// Writes the Main that runs the function named by ANNOTATIONS_HANDLER. Unlike the released package's, it says which names it knows and
/// exits with 1 when that is unset or unknown.
/// </summary>
internal static class ProgramWriter
{
    public static string Write(IReadOnlyList<LambdaFunction> functions, AssemblyFacts assembly)
    {
        var code = new Code();
        if (functions.FirstOrDefault(function => function.Namespace.Length > 0) is { } first) code.Line($"namespace {first.Namespace};").Line();

        code.Block("internal static class GeneratedProgram", () =>
        {
            code.Block("private static async global::System.Threading.Tasks.Task<int> Main()", () => WriteMain(code, functions));
            foreach (var function in functions)
            {
                code.Line();
                WriteRun(code, function, assembly);
            }
        });
        return code.ToString();
    }

    private static void WriteMain(Code code, IReadOnlyList<LambdaFunction> functions)
    {
        var known = functions.Count == 0 ? "none" : string.Join(", ", functions.Select(function => function.Handler));
        code.Line("var handler = global::System.Environment.GetEnvironmentVariable(\"ANNOTATIONS_HANDLER\");");
        code.Block("switch (handler)", () =>
        {
            foreach (var function in functions)
                code.Line($"case {Code.Literal(function.Handler)}:").Line($"    await Run{function.Wrapper}();").Line("    return 0;");
            code.Line("default:");
            code.Line("    await global::System.Console.Error.WriteLineAsync(");
            code.Line("        (string.IsNullOrEmpty(handler)");
            code.Line("            ? \"ANNOTATIONS_HANDLER is not set\"");
            code.Line("            : $\"ANNOTATIONS_HANDLER is '{handler}', which is no function of this program\")");
            code.Line($"        + {Code.Literal($". The functions are: {known}.")});");
            code.Line("    return 1;");
        });
    }

    private static void WriteRun(Code code, LambdaFunction function, AssemblyFacts assembly)
    {
        var wrapper = (function.Namespace.Length > 0 ? $"global::{function.Namespace}." : "global::") + function.Wrapper;
        var input = WrapperWriter.InputOf(function);
        var output = WrapperWriter.OutputOf(function) is { } type ? $"global::System.Threading.Tasks.Task<{type}>" : "global::System.Threading.Tasks.Task";

        code.Block($"private static global::System.Threading.Tasks.Task Run{function.Wrapper}()", () =>
        {
            code.Line($"{wrapper} wrapper = null;");
            code.Line($"global::System.Func<{input}, {TypeNames.Context}, {output}> invoke = (input, context) => wrapper.{function.Method}(input, context);");
            code.Line($"return {Create(function, assembly)}");
            code.Block("    .UseBootstrapHandler(() =>", () =>
            {
                code.Line("// Made here rather than before, so that what it throws is reported as an initialisation error.");
                code.Line($"wrapper = new {wrapper}();");
                code.Line("return global::System.Threading.Tasks.Task.FromResult(true);");
            });
            code.Line("    ).Build().RunAsync();");
        });
    }

    private static string Create(LambdaFunction function, AssemblyFacts assembly)
    {
        var needsSerializer = WrapperWriter.InputOf(function) != TypeNames.Stream || WrapperWriter.OutputOf(function) is not (null or TypeNames.Stream);
        return $"global::{TypeNames.BootstrapBuilder}.Create(invoke{(needsSerializer ? $", new {assembly.Serializer}()" : string.Empty)})";
    }
}
