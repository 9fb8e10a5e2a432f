using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.Runtime;

/// <summary>Every overload of the builder, and so of the wrapper, called with a handler made to fit its signature.</summary>
[Collection(RuntimeCollection.Name)]
public class HandlerShapeTests
{
    public static TheoryData<string> Shapes() => [.. Overloads().Select(overload => overload.ToString()!)];

    [Fact]
    public void There_are_thirty_seven_shapes() => Shapes().Count.ShouldBe(37);

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_of_handler_is_given_its_input_and_answers(string signature)
    {
        var overload = Overloads().Single(overload => overload.ToString() == signature);
        var method = overload.IsGenericMethodDefinition
            ? overload.MakeGenericMethod([.. overload.GetGenericArguments().Select(_ => typeof(string))])
            : overload;
        var handler = method.GetParameters()[0].ParameterType;
        var heard = new List<string>();
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(Build(method, HandlerFor(handler, heard)), api);

        var answer = await api.InvokeAsync("\"Ada\"");

        var inputs = handler.GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        heard.ShouldBe(inputs.Select(HeardOf));
        answer.Path.ShouldBe("invocation/request-1/response");
        answer.Text.ShouldBe(inputs.Contains(typeof(MemoryStream)) ? "written" : AnswerOf(handler.GetMethod("Invoke")!.ReturnType));
    }

    private static IEnumerable<MethodInfo> Overloads() =>
        typeof(LambdaBootstrapBuilder).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == nameof(LambdaBootstrapBuilder.Create));

    private static LambdaBootstrapBuilder Build(MethodInfo method, Delegate handler) =>
        (LambdaBootstrapBuilder)method.Invoke(null, method.GetParameters().Length == 2 ? [handler, new DefaultLambdaJsonSerializer()] : [handler])!;

    private static Delegate HandlerFor(Type handler, List<string> heard)
    {
        var invoke = handler.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToList();
        var hear = parameters.Select(parameter => (Expression)Expression.Call(
            Expression.Constant(heard),
            nameof(List<string>.Add),
            null,
            Expression.Call(typeof(HandlerShapeTests), nameof(Hear), null, Expression.Convert(parameter, typeof(object)))));
        var body = Expression.Block(invoke.ReturnType, [.. hear, Result(invoke.ReturnType)]);
        return Expression.Lambda(handler, body, parameters).Compile();
    }

    private static Expression Result(Type type) => type switch
    {
        _ when type == typeof(void) => Expression.Empty(),
        _ when type == typeof(Task) => Expression.Constant(Task.CompletedTask, typeof(Task)),
        _ when type == typeof(Stream) => Expression.Constant(Raw(), typeof(Stream)),
        _ when type == typeof(Task<Stream>) => Expression.Constant(Task.FromResult<Stream>(Raw()), type),
        _ when type == typeof(Task<string>) => Expression.Constant(Task.FromResult("typed"), type),
        _ => Expression.Constant("typed"),
    };

    private static string AnswerOf(Type type) =>
        type == typeof(void) || type == typeof(Task) ? string.Empty : type == typeof(Stream) || type == typeof(Task<Stream>) ? "raw" : "\"typed\"";

    private static MemoryStream Raw() => new(Encoding.UTF8.GetBytes("raw"));

    private static string Hear(object given)
    {
        if (given is MemoryStream { Length: 0 } output)
        {
            output.Write("written"u8);
            return "an output";
        }

        return given switch
        {
            ILambdaContext context => context.AwsRequestId,
            Stream input => new StreamReader(input).ReadToEnd(),
            _ => (string)given,
        };
    }

    private static string HeardOf(Type type) =>
        type == typeof(string) ? "Ada" : type == typeof(ILambdaContext) ? "request-1" : type == typeof(MemoryStream) ? "an output" : "\"Ada\"";
}
