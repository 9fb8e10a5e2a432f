using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Amazon.Lambda.Tests.Runtime;

[Collection(RuntimeCollection.Name)]
public class ContextTests
{
    [Fact]
    public async Task The_time_that_remains_runs_to_the_deadline()
    {
        var deadline = DateTimeOffset.UtcNow.AddSeconds(100).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

        var remaining = await AskAsync(context => context.RemainingTime, ("Lambda-Runtime-Deadline-Ms", deadline));

        remaining.ShouldBeInRange(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(100));
    }

    [Fact]
    public async Task The_headers_say_whose_invocation_it_is()
    {
        var said = await AskAsync(
            context => $"{context.AwsRequestId} {context.InvokedFunctionArn} {context.TenantId}",
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-2:111122223333:function:sample"),
            ("Lambda-Runtime-Aws-Tenant-Id", "tenant-1"));

        said.ShouldBe("request-1 arn:aws:lambda:eu-west-2:111122223333:function:sample tenant-1");
    }

    [Fact]
    public async Task The_trace_is_that_of_the_invocation_at_hand_and_of_no_earlier_one()
    {
        using var api = new FakeRuntimeApi();
        var traces = new List<string?>();
        await using var loop = RunningLoop.Of(
            LambdaBootstrapBuilder.Create((ILambdaContext context) => traces.AddRange([context.TraceId, LambdaTraceProvider.CurrentTraceId])), api);

        await api.InvokeAsync("{}", ("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7"));
        await api.InvokeAsync("{}");

        traces.ShouldBe(["Root=1-5bef4de7", "Root=1-5bef4de7", null, null]);
    }

    [Fact]
    public async Task The_environment_says_which_function_it_is()
    {
        using var environment = new ChangedEnvironment(
            ("AWS_LAMBDA_FUNCTION_NAME", "sample"), ("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"), ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/sample"), ("AWS_LAMBDA_LOG_STREAM_NAME", "2024/01/01/[1]a"));

        var said = await AskAsync(
            context => (context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB, context.LogGroupName, context.LogStreamName));

        said.ShouldBe(("sample", "$LATEST", 512, "/aws/lambda/sample", "2024/01/01/[1]a"));
    }

    [Fact]
    public async Task A_mobile_client_and_its_identity_are_read_from_their_headers()
    {
        var (client, identity) = await AskAsync(
            context => (context.ClientContext, context.Identity),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"Access"},"custom":{"colour":"green"},"env":{"locale":"en_GB"}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"id-1","cognitoIdentityPoolId":"pool-1"}"""));

        (client.Client.AppTitle, client.Custom["colour"], client.Environment["locale"]).ShouldBe(("Access", "green", "en_GB"));
        (identity.IdentityId, identity.IdentityPoolId).ShouldBe(("id-1", "pool-1"));
    }

    [Fact]
    public async Task Without_a_mobile_client_there_is_no_client_context_and_an_empty_identity()
    {
        var (client, identity) = await AskAsync(context => (context.ClientContext, context.Identity.IdentityId));

        client.ShouldBeNull();
        identity.ShouldBeNull();
    }

    [Fact]
    public async Task A_log_line_with_a_level_is_JSON_with_the_request_on_it()
    {
        using var console = new CapturedConsole();

        await AskAsync(context =>
        {
            context.Logger.LogWarning("{Guest} is late by {Minutes} minutes", "Ada", 5);
            return 0;
        });

        console.Json().GetProperty("level").GetString().ShouldBe("Warning");
        console.Json().GetProperty("message").GetString().ShouldBe("Ada is late by 5 minutes");
        console.Json().GetProperty("requestId").GetString().ShouldBe("request-1");
    }

    private static async Task<T> AskAsync<T>(Func<ILambdaContext, T> question, params (string Name, string Value)[] headers)
    {
        using var api = new FakeRuntimeApi();
        var answer = default(T);
        await using var loop = RunningLoop.Of(LambdaBootstrapBuilder.Create((ILambdaContext context) => { answer = question(context); }), api);

        (await api.InvokeAsync("{}", headers)).Path.ShouldEndWith("/response");
        return answer!;
    }
}
