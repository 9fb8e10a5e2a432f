using System.Net;
using Amazon.DynamoDBv2;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class RunLockTests : IDisposable
{
    private const string Call = "POST /";
    private const string Taken = """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed"}""";
    private readonly FakeClock clock = new() { Now = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero) };
    private readonly AmazonDynamoDBClient dynamo;

    public RunLockTests() => dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => dynamo.Dispose();

    [Theory]
    [InlineData("a run that is running keeps it", true, 600, true)]
    [InlineData("a run that has ended gives way at once", false, 1, false)]
    [InlineData("a run that Step Functions does not know yet keeps it", null, 1, true)]
    [InlineData("a run that Step Functions no longer knows gives way", null, 301, false)]
    public async Task A_lock_that_another_run_took(string what, bool? running, int secondsAgo, bool held)
    {
        var at = LedgerTable.Stamp(clock.Now.AddSeconds(-secondsAgo));
        Http.On(Call, HttpStatusCode.BadRequest, Taken)
            .On(Call, $$$"""{"Item":{"pk":{"S":"LOCK#membership"},"sk":{"S":"LOCK"},"holder":{"S":"another"},"at":{"S":"{{{at}}}"} } }""")
            .On(Call, "{}");
        var runLock = new RunLock(new LedgerTable(dynamo, new Settings(_ => "gatehouse-ledger")), new Runs(running), clock);

        var taking = runLock.TakeAsync(new RunId("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-membership:merge-8"), default);

        if (held)
        {
            await taking.ShouldThrowAsync<LockHeldException>(what);
        }
        else
        {
            await taking;
            Http.Requests.Count.ShouldBe(3, what);
        }
    }

    private sealed class Runs(bool? running) : IRuns
    {
        public Task<bool?> IsRunningAsync(string run, CancellationToken cancellationToken) => Task.FromResult(running);
    }
}
