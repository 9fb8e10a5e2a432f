using Amazon.Lambda.Tests.Runtime;

namespace Amazon.Lambda.Tests.Sample;

/// <summary>A program made by the generator, run as a process under a Runtime API.</summary>
[Collection(RuntimeCollection.Name)]
public class SampleProcessTests
{
    [Fact]
    public async Task The_handler_that_is_named_is_the_one_that_runs()
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start("Greet", api);

        (await api.InvokeAsync("""{"name":"Ada"}""")).ToString().ShouldBe("invocation/request-1/response: \"Hello, Ada\"");
    }

    [Fact]
    public async Task A_resource_name_names_the_handler_and_each_invocation_has_a_scope_of_its_own()
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start("GreetSlowly", api);

        (await api.InvokeAsync("""{"name":"Ada"}""")).Text.ShouldBe("""{"Text":"Hello, Ada","Number":1,"RequestId":"request-1"}""");
        (await api.InvokeAsync("""{"name":"Ada"}""")).Text.ShouldBe("""{"Text":"Hello, Ada","Number":2,"RequestId":"request-2"}""");
    }

    [Theory]
    [InlineData("Ignore", """{"source":"aws.events","time":"2024-01-01T00:00:00Z","detail":{}}""", "")]
    [InlineData("Wake", "{}", "\"awake\"")]
    public async Task Functions_without_a_result_or_without_an_input_run(string handler, string input, string expected)
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start(handler, api);

        (await api.InvokeAsync(input)).ToString().ShouldBe($"invocation/request-1/response: {expected}");
    }

    [Fact]
    public async Task What_a_function_throws_is_reported_by_its_classes_short_name()
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start("Refuse", api);

        var error = await api.InvokeAsync("""{"name":"Ada"}""");

        error.Path.ShouldBe("invocation/request-1/error");
        error.Json.GetProperty("errorType").GetString().ShouldBe("GuestRefusedException");
        error.Json.GetProperty("errorMessage").GetString().ShouldBe("Ada is not on the list");
    }

    [Fact]
    public async Task A_startup_that_throws_is_reported_as_an_initialisation_error_and_the_process_fails()
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start("Greet", api, ("SAMPLE_STARTUP", "fails"));

        var error = await api.NextReceivedAsync();

        error.Path.ShouldBe("init/error");
        error.ErrorType.ShouldBe("StartupRefusedException");
        (await sample.EndAsync()).ExitCode.ShouldNotBe(0);
    }

    [Theory]
    [InlineData(null, "ANNOTATIONS_HANDLER is not set")]
    [InlineData("", "ANNOTATIONS_HANDLER is not set")]
    [InlineData("Farewell", "ANNOTATIONS_HANDLER is 'Farewell'")]
    [InlineData("GreetAsync", "ANNOTATIONS_HANDLER is 'GreetAsync'")]
    public async Task A_handler_that_is_unset_or_unknown_fails_and_names_the_ones_there_are(string? handler, string reason)
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start(handler, api);

        var (exitCode, errors) = await sample.EndAsync();

        exitCode.ShouldBe(1);
        errors.ShouldContain(reason);
        errors.ShouldContain("The functions are: Echo, Greet, GreetSlowly, Ignore, Last, Refuse, Wake, Welcome.");
    }

    [Fact]
    public async Task Being_told_to_end_while_it_waits_ends_it_without_an_error()
    {
        using var api = new FakeRuntimeApi();
        using var sample = SampleProcess.Start("Greet", api);
        await api.InvokeAsync("""{"name":"Ada"}""");

        await sample.TerminateAsync();

        (await sample.EndAsync()).ShouldBe((0, string.Empty));
    }
}
