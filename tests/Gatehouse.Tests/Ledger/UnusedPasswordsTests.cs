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
    private readonly FakeClock clock = new() { Now = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero) };
    private readonly AmazonDynamoDBClient dynamo;

    public UnusedPasswordsTests() => dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => dynamo.Dispose();

    [Fact]
    public async Task Only_a_password_past_its_days_is_overdue_and_it_is_credited_to_the_merge_that_gave_the_access()
    {
        Http.On(Call, $$"""{"Items":[{{Mailed("jane.doe@example.gov.uk", "2026-11-21T09:00:00.000Z")}},{{Mailed("joe.bloggs@example.gov.uk", "2026-11-21T09:00:00.001Z")}}]}""");

        var expiry = (await Unused().OverdueAsync(default)).ShouldHaveSingleItem();

        expiry.Change.ShouldBe(new ExpireFirstPassword(new UserName("jane.doe@example.gov.uk"), "w1", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        expiry.Because.ShouldBe(new Attribution("c0ffee", 7, "bob", null));
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

    private UnusedPasswords Unused()
    {
        var settings = new Settings(name => name == SettingNames.FirstPasswordDays ? "7" : "gatehouse-ledger");
        return new UnusedPasswords(new LedgerTable(dynamo, settings), settings, clock);
    }

    private static string Mailed(string person, string at) =>
        $$$"""{"pk":{"S":"WELCOME#w1"},"sk":{"S":"WELCOME"},"open":{"S":"first-password"},"name":{"S":"{{{person}}}"},"at":{"S":"{{{at}}}"},"commit":{"S":"c0ffee"},"pullRequest":{"S":"7"},"mergedBy":{"S":"bob"}}""";
}
