using System.Net;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.Runtime;

[Collection(RuntimeCollection.Name)]
public class LoopTests
{
    private static readonly DefaultLambdaJsonSerializer _json = new();

    [Fact]
    public async Task A_handler_answers_what_it_was_given()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => $"Hello, {name}", _json), api);

        var answer = await api.InvokeAsync("\"Ada\"");

        answer.Path.ShouldBe("invocation/request-1/response");
        answer.Text.ShouldBe("\"Hello, Ada\"");
        answer.ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task Invocations_are_answered_one_after_another()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);

        foreach (var number in Enumerable.Range(1, 5))
            (await api.InvokeAsync($"\"{number}\"")).ToString().ShouldBe($"invocation/request-{number}/response: \"{number}\"");
    }

    [Fact]
    public async Task An_address_with_a_path_behind_it_is_kept_whole()
    {
        using var api = new FakeRuntimeApi("/instance-7");
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);

        (await api.InvokeAsync("\"here\"")).Text.ShouldBe("\"here\"");
    }

    [Fact]
    public async Task Bytes_that_are_no_text_pass_through_unchanged()
    {
        byte[] notUtf8 = [0xff, 0x00, 0xc3, 0x28, 0xfe];
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create((Stream input) => input), api);

        (await api.InvokeAsync(notUtf8)).Body.ShouldBe(notUtf8);
    }

    [Fact]
    public async Task A_handler_without_a_result_answers_with_nothing()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create((string _) => { }, _json), api);

        (await api.InvokeAsync("\"Ada\"")).ToString().ShouldBe("invocation/request-1/response: ");
    }

    [Fact]
    public async Task An_answer_that_is_too_large_becomes_the_invocations_error()
    {
        using var api = new FakeRuntimeApi { AnswerToResponses = HttpStatusCode.RequestEntityTooLarge };
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);

        (await api.InvokeAsync("\"Ada\"")).Path.ShouldEndWith("/response");
        (await api.NextReceivedAsync()).ErrorType.ShouldBe("Function.ResponseSizeTooLarge");
    }

    [Fact]
    public async Task A_refused_answer_ends_the_loop()
    {
        using var api = new FakeRuntimeApi { AnswerToResponses = HttpStatusCode.BadRequest };
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);

        await api.InvokeAsync("\"Ada\"");

        (await Should.ThrowAsync<HttpRequestException>(loop.Run)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Cancelling_while_it_waits_ends_the_loop_without_an_error()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);
        await api.InvokeAsync("\"Ada\"");

        await loop.StopAsync();

        loop.Run.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Cancelling_during_an_invocation_still_sends_its_answer()
    {
        using var api = new FakeRuntimeApi();
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(AnswerLaterAsync, _json), api);
        api.Send(Encoding.UTF8.GetBytes("\"Ada\""));
        await begun.Task;

        var stopped = loop.StopAsync();
        go.SetResult();
        await stopped;

        (await api.NextReceivedAsync()).Text.ShouldBe("\"late\"");

        async Task<string> AnswerLaterAsync(string name, ILambdaContext context)
        {
            begun.SetResult();
            await go.Task;
            return "late";
        }
    }

    [Fact]
    public async Task Without_the_runtime_apis_address_it_says_so()
    {
        using var bootstrap = LambdaBootstrapBuilder.Create<string, string>(name => name, _json).Build();

        (await Should.ThrowAsync<InvalidOperationException>(bootstrap.RunAsync())).Message.ShouldContain("AWS_LAMBDA_RUNTIME_API is not set");
    }
}
