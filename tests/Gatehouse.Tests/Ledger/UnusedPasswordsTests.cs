using Amazon.DynamoDBv2;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Ledger;

public sealed class UnusedPasswordsTests : IDisposable
{
    private const string Call = "POST /";
    private readonly AmazonDynamoDBClient dynamo;

    public UnusedPasswordsTests() => dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => dynamo.Dispose();

    [Fact]
    public async Task A_mailed_password_is_open_with_the_merge_that_gave_the_access()
    {
        Http.On(Call, $$"""{"Items":[{{Mailed("jane.doe@example.gov.uk", "2026-11-21T09:00:00.000Z")}}]}""");

        (await Unused().OpenAsync(default)).ShouldHaveSingleItem().ShouldBe(
            new OpenPassword(new UserName("jane.doe@example.gov.uk"), "w1", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), new Attribution("c0ffee", 7, "bob")));
    }

    [Fact]
    public async Task One_that_was_looked_at_is_open_no_more()
    {
        Http.On(Call, "{}");

        await Unused().LookedAtAsync("w1", default);

        var sent = Http.Requests.ShouldHaveSingleItem().Body;
        sent.ShouldContain("WELCOME#w1");
        sent.ShouldContain("REMOVE #open");
    }

    private UnusedPasswords Unused() => new(new LedgerTable(dynamo, new Settings(_ => "gatehouse-ledger")), new FakeClock());

    private static string Mailed(string person, string at) =>
        $$$"""{"pk":{"S":"WELCOME#w1"},"sk":{"S":"WELCOME"},"open":{"S":"first-password"},"name":{"S":"{{{person}}}"},"at":{"S":"{{{at}}}"},"commit":{"S":"c0ffee"},"pullRequest":{"S":"7"},"mergedBy":{"S":"bob"}}""";
}
