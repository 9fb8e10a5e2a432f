using System.Text.Json.Nodes;
using Amazon.S3.Model;
using Amazon.StepFunctions.Model;

namespace Gatehouse.World.Tests.Emulator;

/// <summary>State machines as the world runs them, where moto alone would fail or differ. Listed in docs/local-world.md.</summary>
[Collection(SharedWorld.Name)]
public sealed class StepFunctionsDifferencesTests(WorldFixture world) : IDisposable
{
    private const string Role = "arn:aws:iam::111122223333:role/any";
    private readonly AwsClients aws = new(world);

    public void Dispose() => aws.Dispose();

    [Fact]
    public async Task Executions_of_one_machine_follow_each_other()
    {
        var machine = await CreateAsync("following", """{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}""");

        foreach (var name in new[] { "first", "second", "third" }) (await RunAsync(machine, name, "{}")).Status.Value.ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task A_name_is_used_once_and_the_same_start_while_it_runs_is_the_same_run()
    {
        var machine = await CreateAsync("named", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":600,"End":true}}}""");
        var start = new StartExecutionRequest { StateMachineArn = machine, Name = "once", Input = """{"a":1}""" };

        var first = await aws.StepFunctions.StartExecutionAsync(start);
        (await aws.StepFunctions.StartExecutionAsync(start)).ExecutionArn.ShouldBe(first.ExecutionArn);
        await Should.ThrowAsync<ExecutionAlreadyExistsException>(() =>
            aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = "once", Input = """{"a":2}""" }));

        await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = first.ExecutionArn });
        await EndAsync(first.ExecutionArn);
        await Should.ThrowAsync<ExecutionAlreadyExistsException>(() => aws.StepFunctions.StartExecutionAsync(start));
    }

    [Fact]
    public async Task A_run_can_be_stopped_at_once_after_its_start()
    {
        var passes = string.Concat(Enumerable.Range(0, 60).Select(number => $"\"Pass{number}\":{{\"Type\":\"Pass\",\"Next\":\"Wait\"}},"));
        var machine = await CreateAsync("stopped", """{"StartAt":"Wait","States":{""" + passes + """ "Wait":{"Type":"Wait","Seconds":600,"End":true}}}""");
        foreach (var number in Enumerable.Range(0, 5))
        {
            var started = await aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = $"stopped-{number}", Input = "{}" });

            await aws.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = started.ExecutionArn });

            (await EndAsync(started.ExecutionArn)).Status.Value.ShouldBe("ABORTED");
        }
    }

    [Fact]
    public async Task Who_asks_for_a_run_while_it_starts_and_ends_always_gets_a_whole_answer()
    {
        var machine = await CreateAsync("asked", """{"StartAt":"Failed","States":{"Failed":{"Type":"Fail","Error":"Wrong","Cause":"because"}}}""");
        foreach (var name in Enumerable.Range(0, 40).Select(number => $"asked-{number}"))
        {
            var execution = $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
            var asking = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskedToTheEndAsync(execution)));

            await aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = "{}" });

            (await asking).ShouldAllBe(run => run.Status.Value == "FAILED" && run.Error == "Wrong" && run.Cause == "because", name);
        }
    }

    [Fact]
    public async Task A_distributed_map_reads_its_items_and_writes_its_results_where_its_input_says()
    {
        await aws.S3.PutBucketAsync(new PutBucketRequest { BucketName = "map-test", BucketRegion = Amazon.S3.S3Region.FindValue(world.Where.Region) });
        await aws.S3.PutObjectAsync(new PutObjectRequest { BucketName = "map-test", Key = "items.json", ContentBody = """[{"n":1},{"n":2},{"n":3}]""" });
        var machine = await CreateAsync("mapping", MapDefinition);

        (await RunAsync(machine, "map", """{"bucket":"map-test","key":"items.json"}""")).Status.Value.ShouldBe("SUCCEEDED");

        var written = await aws.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "map-test", Prefix = "results/" });
        written.S3Objects.ShouldHaveSingleItem().Key.ShouldEndWith("/manifest.json");
    }

    [Fact]
    public async Task A_fail_state_may_hand_on_the_error_that_it_caught()
    {
        var machine = await CreateAsync("handing-on", """{"StartAt":"Failed","States":{"Failed":{"Type":"Fail","ErrorPath":"$.Error","CausePath":"$.Cause"}}}""");

        var run = await RunAsync(machine, "states-error", """{"Error":"States.Timeout","Cause":"because"}""");

        run.Error.ShouldBe("States.Timeout");
        run.Cause.ShouldBe("because");
    }

    private const string MapDefinition = """
        {"StartAt":"All","States":{"All":{"Type":"Map","MaxConcurrency":2,"End":true,
         "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON"},"Parameters":{"Bucket.$":"$.bucket","Key.$":"$.key"}},
         "ItemSelector":{"item.$":"$$.Map.Item.Value"},
         "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"One","States":{"One":{"Type":"Pass","End":true}}},
         "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket.$":"$.bucket","Prefix":"results"}}}}}
        """;

    private async Task<string> CreateAsync(string name, string definition)
    {
        // Gatehouse's own client makes no machines, so the request is written out.
        using var http = new HttpClient { BaseAddress = world.Where.Aws };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.CreateStateMachine");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=anyone/20261121/{world.Where.Region}/states/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new StringContent(new JsonObject { ["name"] = $"emulator-{name}", ["definition"] = definition, ["roleArn"] = Role }.ToJsonString(), System.Text.Encoding.UTF8, "application/x-amz-json-1.0");
        using var answer = await http.SendAsync(request);
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["stateMachineArn"]!;
    }

    private async Task<DescribeExecutionResponse> RunAsync(string machine, string name, string input) =>
        await EndAsync((await aws.StepFunctions.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = machine, Name = name, Input = input })).ExecutionArn);

    /// <summary>Asks from before its start until it is over.</summary>
    private async Task<DescribeExecutionResponse> AskedToTheEndAsync(string execution)
    {
        while (true)
        {
            try
            {
                return await EndAsync(execution);
            }
            catch (ExecutionDoesNotExistException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<DescribeExecutionResponse> EndAsync(string execution)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var run = await aws.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution }, patience.Token);
            if (run.Status.Value != "RUNNING") return run;

            await Task.Delay(100, patience.Token);
        }
    }
}
