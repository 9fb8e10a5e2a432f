using Amazon.DynamoDBv2;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class AuditTests : IDisposable
{
    private const string Call = "POST /";
    private const string Caller = "arn:aws:sts::111122223333:assumed-role/Operator/jane";
    private static readonly DateTimeOffset At = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private readonly AmazonDynamoDBClient dynamo;

    public AuditTests() => dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => dynamo.Dispose();

    [Fact]
    public async Task What_was_done_by_hand_has_a_caller_and_no_commit_and_is_read_back_as_written()
    {
        var entry = Entry(Attribution.ByHand(Caller));
        var item = Audit().Item(entry);
        Http.On(Call, $$"""{"Items":[{{Json(item)}}]}""");

        var back = (await Audit().OfPersonAsync(new UserName("Jane.Doe@example.gov.uk"), default)).ShouldHaveSingleItem();

        back.ShouldBe(entry);
        item.ShouldNotContainKey("commit");
        var asked = Http.Requests.ShouldHaveSingleItem().Body;
        asked.ShouldContain("by-person");
        asked.ShouldContain("\"jane.doe@example.gov.uk\"");
    }

    [Fact]
    public async Task A_day_is_asked_by_its_date_in_UTC()
    {
        Http.On(Call, $$"""{"Items":[{{Json(Audit().Item(Entry(new Attribution("c0ffee", 7, "bob", "alice"))))}}]}""");

        var back = (await Audit().OfDayAsync(new DateOnly(2026, 11, 28), default)).ShouldHaveSingleItem();

        back.Because.ShouldBe(new Attribution("c0ffee", 7, "bob", "alice"));
        var asked = Http.Requests.ShouldHaveSingleItem().Body;
        asked.ShouldContain("by-day");
        asked.ShouldContain("\"2026-11-28\"");
    }

    private static AuditEntry Entry(Attribution because) =>
        new("revoke-20261128T090000Z", new UserName("jane.doe@example.gov.uk"), "jane.doe@example.gov.uk#QuarantineUser#", "quarantine the user", Outcome.Applied, because, At, "laptop stolen");

    private static string Json(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item) =>
        $"{{{string.Join(',', item.Select(pair => $"\"{pair.Key}\":{(pair.Value.S is { } text ? $"{{\"S\":\"{text}\"}}" : $"{{\"N\":\"{pair.Value.N}\"}}")}"))}}}";

    private Audit Audit()
    {
        var settings = new Settings(name => name == SettingNames.AuditYears ? "7" : "gatehouse-ledger");
        return new Audit(new LedgerTable(dynamo, settings), settings);
    }
}
