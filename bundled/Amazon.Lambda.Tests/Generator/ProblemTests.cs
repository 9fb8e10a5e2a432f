using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Tests.Generator;

/// <summary>What cannot be generated is a compile error that says why.</summary>
public class ProblemTests
{
    [Theory]
    [InlineData("[LambdaFunction] public T Run<T>(T input) => input;", "LAMBDA001", "it is generic")]
    [InlineData("[LambdaFunction] private string Run(string input) => input;", "LAMBDA001", "private or protected")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\", Version = HttpApiVersion.V1)] public void Run() { }", "LAMBDA001", "HttpApiVersion.V2")]
    [InlineData("[LambdaFunction] public string Run(string one, string two) => one;", "LAMBDA002", "more than one input")]
    [InlineData("[LambdaFunction] public string Run(ref string one) => one;", "LAMBDA002", "passed by reference")]
    [InlineData("[LambdaFunction] public string Run([FromServices] object service) => \"\";", "LAMBDA002", "needs a class marked [LambdaStartup]")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/\")] public void Run(string where) { }", "LAMBDA002", "where the parameter 'where' comes from")]
    [InlineData("[LambdaFunction, HttpApi(LambdaHttpMethod.Get, \"/{id}\")] public void Run() { }", "LAMBDA002", "'{id}' has no parameter")]
    [InlineData("[LambdaFunction] public ValueTask<string> Run() => new(\"\");", "LAMBDA003", "Task or Task<T>")]
    [InlineData("[LambdaFunction] public async void Run() => await Task.Yield();", "LAMBDA003", "Task or Task<T>")]
    public void A_function_that_cannot_be_generated_says_why(string method, string id, string why)
    {
        var generated = Generated.From($"public class Functions {{ {method} }}");

        generated.Problems.ShouldHaveSingleItem().ShouldStartWith(id);
        generated.Problems[0].ShouldContain(why);
    }

    [Theory]
    [InlineData("[LambdaStartup] public class Startup { }", "LAMBDA004", "ConfigureServices(IServiceCollection services)")]
    [InlineData("[LambdaStartup] public class Startup(int number) { public int Number => number; public void ConfigureServices(IServiceCollection services) { } }", "LAMBDA004", "constructor without parameters")]
    [InlineData("public class A { [LambdaFunction] public void Run() { } } public class B { [LambdaFunction] public void Run() { } }", "LAMBDA006", "Two functions are named Run")]
    [InlineData("public static class Own { public static void Main() { } }", "LAMBDA007", "a Main of its own")]
    public void A_program_that_cannot_be_generated_says_why(string source, string id, string why)
    {
        var generated = Generated.From(source);

        generated.Problems.ShouldHaveSingleItem().ShouldStartWith(id);
        generated.Problems[0].ShouldContain(why);
    }

    [Fact]
    public void Two_startups_are_one_too_many() =>
        Generated.From("""
            [LambdaStartup] public class A { public void ConfigureServices(IServiceCollection services) { } }
            [LambdaStartup] public class B { public void ConfigureServices(IServiceCollection services) { } }
            """).Problems.ShouldHaveSingleItem().ShouldContain("One class is the [LambdaStartup]");

    [Fact]
    public void A_library_has_no_Main() =>
        Generated.From(string.Empty, OutputKind.DynamicallyLinkedLibrary).Problems.ShouldHaveSingleItem().ShouldContain("<OutputType>Exe</OutputType>");

    [Fact]
    public void A_function_with_a_result_needs_a_serializer() =>
        Generated.From("public class Functions { [LambdaFunction] public string Run() => \"\"; }", OutputKind.DynamicallyLinkedLibrary, string.Empty)
            .Problems.ShouldHaveSingleItem().ShouldContain("needs a serializer");

    [Fact]
    public void A_startup_needs_the_container_itself() =>
        Generated.From(
            "[LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection services) { } } public class Functions { [LambdaFunction] public void Run() { } }",
            without: ["Microsoft.Extensions.DependencyInjection"])
            .Problems.ShouldHaveSingleItem().ShouldContain("needs a reference to the package Microsoft.Extensions.DependencyInjection");

    [Fact]
    public void A_Main_needs_the_runtime_support() =>
        Generated.From(string.Empty, without: ["Amazon.Lambda.RuntimeSupport"]).Problems.ShouldHaveSingleItem()
            .ShouldContain("the package Amazon.Lambda.RuntimeSupport");
}
