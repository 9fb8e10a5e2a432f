namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// A method marked as a Lambda function, as the writers need it. Types are fully qualified; the result is what the method returns,
/// or what its task yields, null for none.
/// </summary>
internal sealed record LambdaFunction(
    string Handler,
    string Namespace,
    string Class,
    string ClassName,
    string Method,
    bool IsStatic,
    bool IsAsync,
    string? Result,
    Api Api,
    Sequence<Argument> Arguments,
    Place? Place,
    Sequence<Problem> Problems)
{
    public string Wrapper => $"{ClassName}_{Method}_Generated";

    public bool ReturnsHttpResult => Api == Api.HttpV2 && Result == TypeNames.HttpResult;
}

/// <summary>What stands in front of a function.</summary>
internal enum Api
{
    None,
    HttpV2,
}

/// <summary>Where an argument comes from.</summary>
internal enum Source
{
    Input,
    Context,
    Service,
    Body,
    Header,
    Query,
    Route,
}

/// <summary>One argument of a function. Its value is the type that text is converted to: the element's for a list, the underlying one of a nullable.</summary>
internal sealed record Argument(string Name, string Type, string Value, bool IsList, Source Source, string Key);
