using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.Runtime;

[Collection(RuntimeCollection.Name)]
public class ErrorTests
{
    private static readonly DefaultLambdaJsonSerializer _json = new();

    [Fact]
    public async Task An_exception_is_reported_by_its_classes_short_name_and_the_next_invocation_is_answered()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(Greet, _json), api);

        var error = await api.InvokeAsync("\"nobody\"");

        error.Path.ShouldBe("invocation/request-1/error");
        error.ErrorType.ShouldBe(nameof(GuestUnknownException));
        error.Json.GetProperty("errorType").GetString().ShouldBe(nameof(GuestUnknownException));
        error.Json.GetProperty("errorMessage").GetString().ShouldBe("who is \"nobody\"?");
        error.Json.GetProperty("stackTrace").EnumerateArray().First().GetString()!.ShouldContain(nameof(Greet));
        (await api.InvokeAsync("\"Ada\"")).Text.ShouldBe("\"Ada\"");
    }

    [Fact]
    public async Task An_exception_after_an_await_is_reported_as_itself()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(FailLaterAsync, _json), api);

        (await api.InvokeAsync("\"nobody\"")).ErrorType.ShouldBe(nameof(GuestUnknownException));

        static async Task<string> FailLaterAsync(string name)
        {
            await Task.Yield();
            return Greet(name);
        }
    }

    [Fact]
    public async Task What_caused_an_exception_is_reported_with_it()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(
            Throwing(new InvalidOperationException("outer", new GuestUnknownException("inner"))), api);

        var cause = (await api.InvokeAsync("\"Ada\"")).Json.GetProperty("cause");

        cause.GetProperty("errorType").GetString().ShouldBe(nameof(GuestUnknownException));
        cause.GetProperty("errorMessage").GetString().ShouldBe("inner");
    }

    [Fact]
    public async Task A_message_that_is_no_valid_text_is_reported_all_the_same()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(Throwing(new GuestUnknownException("half a \ud83d character")), api);

        (await api.InvokeAsync("\"Ada\"")).Json.GetProperty("errorMessage").GetString().ShouldBe("half a \ufffd character");
    }

    [Fact]
    public async Task An_input_that_is_no_JSON_is_the_invocations_error()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create<string, string>(name => name, _json), api);

        (await api.InvokeAsync([0xff, 0xfe])).ErrorType.ShouldBe(nameof(JsonSerializerException));
        (await api.InvokeAsync("\"Ada\"")).Text.ShouldBe("\"Ada\"");
    }

    [Fact]
    public async Task An_initialisation_that_throws_is_reported_and_ends_the_run()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(
            LambdaBootstrapBuilder.Create<string, string>(name => name, _json)
                .UseBootstrapHandler(() => throw new GuestUnknownException("nobody is at home")), api);

        var error = await api.NextReceivedAsync();

        error.Path.ShouldBe("init/error");
        error.ErrorType.ShouldBe(nameof(GuestUnknownException));
        error.Json.GetProperty("errorMessage").GetString().ShouldBe("nobody is at home");
        await Should.ThrowAsync<GuestUnknownException>(loop.Run);
    }

    [Fact]
    public async Task An_initialisation_that_declines_asks_for_no_invocation()
    {
        using var api = new FakeRuntimeApi();
        await using var loop = RunningLoop.Of(
            LambdaBootstrapBuilder.Create<string, string>(name => name, _json).UseBootstrapHandler(() => Task.FromResult(false)), api);

        await loop.Run.WaitAsync(TimeSpan.FromSeconds(30));

        loop.Run.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task The_log_says_what_was_thrown_and_not_what_was_given()
    {
        using var console = new CapturedConsole();
        using var api = new FakeRuntimeApi();
        await using (RunningLoop.Of(Throwing(new GuestUnknownException("who?")), api))
            await api.InvokeAsync("\"a secret guest\"");

        var line = console.Json();
        line.GetProperty("level").GetString().ShouldBe(nameof(LogLevel.Error));
        line.GetProperty("requestId").GetString().ShouldBe("request-1");
        line.GetProperty("errorType").GetString().ShouldBe(nameof(GuestUnknownException));
        console.Text.ShouldNotContain("a secret guest");
    }

    private static LambdaBootstrapBuilder Throwing(Exception exception) => LambdaBootstrapBuilder.Create((Func<string, string>)(_ => throw exception), _json);

    private static string Greet(string name) => name == "nobody" ? throw new GuestUnknownException("who is \"nobody\"?") : name;

    private sealed class GuestUnknownException(string message) : Exception(message);
}
