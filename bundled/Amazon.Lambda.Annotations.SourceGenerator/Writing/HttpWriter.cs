using System.Linq;

namespace Amazon.Lambda.Annotations.SourceGenerator.Writing;

/// <summary>Writes what a function behind an HTTP API needs: arguments from the request, 400 where one does not fit, and the answer.</summary>
internal static class HttpWriter
{
    public static void WriteArguments(Code code, LambdaFunction function)
    {
        var bound = function.Arguments.Where(argument => argument.Source is Source.Body or Source.Header or Source.Query or Source.Route).ToList();
        if (bound.Count == 0) return;

        code.Line("var __errors__ = new global::System.Collections.Generic.List<string>();");
        foreach (var argument in bound) WriteArgument(code, argument);
        code.Block("if (__errors__.Count > 0)", () => WriteRefusal(code, function));
    }

    public static void WriteAnswer(Code code, LambdaFunction function, string call)
    {
        if (!function.IsAsync) code.Line("await global::System.Threading.Tasks.Task.CompletedTask;");

        if (function.Result is null)
            code.Line($"{call};").Line($"return new {TypeNames.Response} {{ StatusCode = 200 }};");
        else if (function.ReturnsHttpResult)
            code.Line($"return __Answer__({call});");
        else if (function.Result == TypeNames.Response)
            code.Line($"return {call};");
        else
            WriteValue(code, function, call);
    }

    public static void WriteMembers(Code code, LambdaFunction function)
    {
        if (function.ReturnsHttpResult)
        {
            code.Line().Line($"private {TypeNames.Stream} __Answer__({TypeNames.HttpResult} result) => result.Serialize(new {TypeNames.SerializationOptions}");
            code.Line("{");
            code.Line($"    Format = {TypeNames.SerializationOptions}.ProtocolFormat.HttpApi,");
            code.Line($"    Version = {TypeNames.SerializationOptions}.ProtocolVersion.V2,");
            code.Line("    Serializer = __serializer__,");
            code.Line("});");
        }

        if (function.Arguments.Any(argument => argument.Source == Source.Header)) HttpLookup.WriteHeader(code);
        if (function.Arguments.Any(argument => argument.Source is Source.Query or Source.Route)) HttpLookup.WriteValue(code);
        if (function.Arguments.Any(HttpLookup.Converts)) HttpLookup.WriteConvert(code);
    }

    private static void WriteArgument(Code code, Argument argument)
    {
        if (argument.Source == Source.Body) WriteBody(code, argument);
        else code.Line($"var @{argument.Name} = {HttpLookup.Expression(argument)};");
    }

    private static void WriteBody(Code code, Argument argument)
    {
        if (argument.Type == "string")
        {
            code.Line($"var @{argument.Name} = __request__.Body;");
            return;
        }

        code.Line($"var @{argument.Name} = default({argument.Type});");
        code.Block("try", () =>
        {
            code.Line("using var __body__ = new global::System.IO.MemoryStream(global::System.Text.Encoding.UTF8.GetBytes(__request__.Body ?? string.Empty));");
            code.Line($"@{argument.Name} = __serializer__.Deserialize<{argument.Type}>(__body__);");
        });
        code.Block("catch (global::System.Exception __exception__)", () =>
            code.Line("__errors__.Add($\"Value {__request__.Body} at 'body' failed to satisfy constraint: {__exception__.Message}\");"));
    }

    private static void WriteRefusal(Code code, LambdaFunction function)
    {
        code.Line("var __found__ = $\"{__errors__.Count} validation error(s) detected: {string.Join(\",\", __errors__)}\";");
        code.Line("var __message__ = global::System.Text.Json.JsonEncodedText.Encode(__found__);");
        code.Line("var __refusal__ = $\"{{\\\"message\\\": \\\"{__message__}\\\"}}\";");
        if (function.ReturnsHttpResult)
        {
            code.Line($"return __Answer__({TypeNames.HttpResults}.BadRequest(__refusal__)");
            code.Line("    .AddHeader(\"content-type\", \"application/json\").AddHeader(\"x-amzn-errortype\", \"ValidationException\"));");
            return;
        }

        WriteResponse(code, 400, "__refusal__", "{ [\"Content-Type\"] = \"application/json\", [\"x-amzn-ErrorType\"] = \"ValidationException\" }");
    }

    private static void WriteValue(Code code, LambdaFunction function, string call)
    {
        code.Line($"var __result__ = {call};");
        if (function.Result == "string")
        {
            WriteResponse(code, 200, "__result__", "{ [\"Content-Type\"] = \"text/plain\" }");
            return;
        }

        code.Line("using var __json__ = new global::System.IO.MemoryStream();");
        code.Line("__serializer__.Serialize(__result__, __json__);");
        WriteResponse(code, 200, "global::System.Text.Encoding.UTF8.GetString(__json__.ToArray())", "{ [\"Content-Type\"] = \"application/json\" }");
    }

    private static void WriteResponse(Code code, int status, string body, string headers)
    {
        code.Line($"return new {TypeNames.Response}").Line("{");
        code.Line($"    StatusCode = {status},");
        code.Line($"    Body = {body},");
        code.Line($"    Headers = new global::System.Collections.Generic.Dictionary<string, string> {headers},");
        code.Line("};");
    }
}
