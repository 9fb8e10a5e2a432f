using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Reading;

/// <summary>Reads what a function returns: nothing, a value, or a task of either.</summary>
internal static class ResultReader
{
    public static (bool IsAsync, string? Result) Read(IMethodSymbol method, Place? place, List<Problem> problems)
    {
        var returned = method.ReturnType;
        if (returned is INamedTypeSymbol { Name: "ValueTask" } || method.ReturnsByRef || (method.ReturnsVoid && method.IsAsync))
        {
            problems.Add(new Problem(Problem.UnsupportedResult, $"{method.Name} returns {returned.ToDisplayString()}: return a value, Task or Task<T>", place));
            return (false, null);
        }

        if (method.ReturnsVoid) return (false, null);
        if (returned is not INamedTypeSymbol { Name: "Task" } task || task.ContainingNamespace.ToDisplayString() != "System.Threading.Tasks")
            return (false, returned.FullName());

        return (true, task.IsGenericType ? task.TypeArguments[0].FullName() : null);
    }
}
