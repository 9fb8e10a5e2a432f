namespace Amazon.Lambda.Annotations.SourceGenerator.Writing;

/// <summary>Writes how a value is found in the request and converted; one that is missing is the type's default.</summary>
internal static class HttpLookup
{
    public static bool Converts(Argument argument) =>
        argument.Source is Source.Header or Source.Query or Source.Route && (argument.IsList || argument.Value != "string");

    public static string Expression(Argument argument)
    {
        var key = Code.Literal(argument.Key);
        var found = argument.Source switch
        {
            Source.Header => $"__Header__(__request__.Headers, {key})",
            Source.Query => $"__Value__(__request__.QueryStringParameters, {key})",
            _ => $"__Value__(__request__.PathParameters, {key})",
        };

        if (argument.IsList)
        {
            var elements = $"global::System.Linq.Enumerable.Select(__{argument.Name}__.Split(','), value => __Convert__<{argument.Value}>(value, {key}, __errors__))";
            return $"{found} is {{ }} __{argument.Name}__ ? new global::System.Collections.Generic.List<{argument.Value}>({elements}) : null";
        }

        if (!Converts(argument)) return found;

        return $"{found} is {{ }} __{argument.Name}__ ? __Convert__<{argument.Value}>(__{argument.Name}__, {key}, __errors__) : default({argument.Type})";
    }

    public static void WriteHeader(Code code)
    {
        code.Line();
        code.Block("private static string __Header__(global::System.Collections.Generic.IDictionary<string, string> headers, string name)", () =>
        {
            code.Line("if (headers is null) return null;");
            code.Line("foreach (var header in headers)");
            code.Line("    if (string.Equals(header.Key, name, global::System.StringComparison.OrdinalIgnoreCase)) return header.Value;");
            code.Line("return null;");
        });
    }

    public static void WriteValue(Code code) =>
        code.Line()
            .Line("private static string __Value__(global::System.Collections.Generic.IDictionary<string, string> values, string name) =>")
            .Line("    values is not null && values.TryGetValue(name, out var value) ? value : null;");

    public static void WriteConvert(Code code)
    {
        code.Line();
        code.Block("private static T __Convert__<T>(string value, string name, global::System.Collections.Generic.List<string> errors)", () =>
        {
            const string Convert = "global::System.Convert.ChangeType(value, typeof(T), global::System.Globalization.CultureInfo.InvariantCulture)";
            code.Block("try", () => code.Line($"return (T){Convert};"));
            const string Unfit =
                "global::System.InvalidCastException or global::System.FormatException or global::System.OverflowException or global::System.ArgumentException";
            code.Block($"catch (global::System.Exception exception) when (exception is {Unfit})", () =>
            {
                code.Line("errors.Add($\"Value {value} at '{name}' failed to satisfy constraint: {exception.Message}\");");
                code.Line("return default;");
            });
        });
    }
}
