using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Tests.Generator;

public class GeneratorTests
{
    private const string Startup = """
        namespace Sample.Parts;

        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) { }
        }

        """;

    [Theory]
    [InlineData("public void Run() { }")]
    [InlineData("public static void Run() { }")]
    [InlineData("public string Run(string input) => input;")]
    [InlineData("public string? Run(string? input) => input;")]
    [InlineData("public Task Run(int input, ILambdaContext context) => Task.CompletedTask;")]
    [InlineData("public Task<List<string>> Run(Dictionary<string, int> @event, ILambdaContext context, [FromServices] object @class) => Task.FromResult(new List<string>());")]
    [InlineData("public Stream Run(Stream input) => input;")]
    [InlineData("public Task<Stream> Run(Stream input) => Task.FromResult(input);")]
    [InlineData("[HttpApi(LambdaHttpMethod.Get, \"/\")] public void Run() { }")]
    [InlineData("[HttpApi(LambdaHttpMethod.Get, \"/\")] public Task Run(ILambdaContext context) => Task.CompletedTask;")]
    [InlineData("[HttpApi(LambdaHttpMethod.Get, \"/\")] public string Run([FromHeader] string accept, [FromQuery(Name = \"q\\\"uote\")] int? page) => accept;")]
    [InlineData("[HttpApi(LambdaHttpMethod.Get, \"/{id}/{rest+}\")] public IHttpResult Run(long id, [FromRoute] string rest) => HttpResults.Ok();")]
    [InlineData("[HttpApi(LambdaHttpMethod.Get, \"/{id}\")] public Task<IHttpResult> Run(APIGatewayHttpApiV2ProxyRequest request) => Task.FromResult(HttpResults.Ok());")]
    [InlineData("[HttpApi(LambdaHttpMethod.Post, \"/\")] public Task<int> Run([FromBody] List<int> body, [FromHeader] List<string> accept) => Task.FromResult(1);")]
    public void A_function_of_any_supported_shape_is_generated_and_compiles(string method)
    {
        var generated = Generated.From($"{Startup} internal sealed class Functions {{ [LambdaFunction] {method} }}");

        generated.Problems.ShouldBeEmpty();
        generated.CompileErrors.ShouldBeEmpty();
        generated.Files.Keys.ShouldBe(["Sample.Parts.Functions_Run_Generated.g.cs", "Program.g.cs"], ignoreOrder: true);
    }

    [Fact]
    public void Without_a_startup_the_class_is_made_by_its_own_constructor()
    {
        var generated = Generated.From(
            "public class Functions { [LambdaFunction] public string Run(string input) => input; }", without: ["Microsoft.Extensions.DependencyInjection"]);

        generated.Problems.ShouldBeEmpty();
        generated.CompileErrors.ShouldBeEmpty();
        generated.Files["Functions_Run_Generated.g.cs"].ShouldContain("new global::Functions()");
    }

    [Fact]
    public void Without_GenerateMain_only_the_wrappers_are_generated()
    {
        var generated = Generated.From(
            "public class Functions { [LambdaFunction] public string Run(string input) => input; }",
            OutputKind.DynamicallyLinkedLibrary,
            "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]");

        generated.CompileErrors.ShouldBeEmpty();
        generated.Files.Keys.ShouldBe(["Functions_Run_Generated.g.cs"]);
    }

    [Fact]
    public void A_program_without_functions_has_a_Main_that_says_so()
    {
        var generated = Generated.From(string.Empty);

        generated.CompileErrors.ShouldBeEmpty();
        generated.Files["Program.g.cs"].ShouldContain("The functions are: none.");
    }

    [Fact]
    public void An_edit_elsewhere_generates_nothing_anew()
    {
        var again = Generated.From($"{Startup} public class Functions {{ [LambdaFunction] public string Run(string input) => input; }}")
            .With("class Other { }");

        var reasons = again.Driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
        reasons.ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }
}
