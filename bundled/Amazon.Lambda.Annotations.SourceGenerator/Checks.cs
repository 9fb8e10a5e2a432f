using System.Collections.Generic;
using System.Linq;
using Amazon.Lambda.Annotations.SourceGenerator.Writing;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What a function, and all of them together, must have before anything is generated.</summary>
internal static class Checks
{
    public static IEnumerable<Problem> Of(LambdaFunction function, Startup? startup, AssemblyFacts assembly)
    {
        foreach (var problem in function.Problems) yield return problem;

        if (startup is null && function.Arguments.Any(argument => argument.Source == Source.Service))
            yield return new Problem(Problem.UnsupportedParameter, $"{function.Method}: [FromServices] needs a class marked [LambdaStartup]", function.Place);
        if (startup is not null && !assembly.HasServices)
        {
            yield return new Problem(
                Problem.MissingReference, "[LambdaStartup] needs a reference to the package Microsoft.Extensions.DependencyInjection", function.Place);
        }
        if (assembly.Serializer is null && NeedsSerializer(function))
        {
            yield return new Problem(
                Problem.MissingSerializer, $"{function.Method} needs a serializer: name one with [assembly: LambdaSerializer(typeof(…))]", function.Place);
        }
    }

    public static IEnumerable<Problem> Of(IReadOnlyList<LambdaFunction> functions, IReadOnlyList<Startup> startups, AssemblyFacts assembly)
    {
        foreach (var problem in startups.SelectMany(startup => startup.Problems)) yield return problem;

        if (startups.Count > 1)
        {
            yield return new Problem(
                Problem.UnsupportedStartup, $"One class is the [LambdaStartup], not {string.Join(" and ", startups.Select(startup => startup.Class))}", null);
        }
        foreach (var twice in functions.GroupBy(function => function.Handler).Where(group => group.Count() > 1))
        {
            yield return new Problem(
                Problem.NameTakenTwice, $"Two functions are named {twice.Key}: ANNOTATIONS_HANDLER could not tell them apart; give one a ResourceName", twice.Last().Place);
        }

        if (!assembly.GenerateMain) yield break;

        if (!assembly.IsExecutable)
            yield return new Problem(Problem.MainNotPossible, "GenerateMain needs <OutputType>Exe</OutputType>", null);
        if (assembly.HasMain)
            yield return new Problem(Problem.MainNotPossible, "GenerateMain is set, and the program has a Main of its own", null);
        if (!assembly.HasBootstrap)
            yield return new Problem(Problem.MissingReference, "GenerateMain needs a reference to the package Amazon.Lambda.RuntimeSupport", null);
    }

    private static bool NeedsSerializer(LambdaFunction function) =>
        function.Api == Api.HttpV2
        || WrapperWriter.InputOf(function) != TypeNames.Stream
        || WrapperWriter.OutputOf(function) is not (null or TypeNames.Stream);
}
