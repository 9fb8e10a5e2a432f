using Amazon.DynamoDBv2;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

public sealed class GiveUpApplyTests : IDisposable
{
    private const string Call = "POST /";
    private readonly FakeClock clock = new() { Now = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero) };
    private readonly ScriptedHttp iamCalls = new();
    private readonly ScriptedHttp ledgerCalls = new();
    private readonly AmazonIdentityManagementServiceClient iam;
    private readonly AmazonDynamoDBClient dynamo;

    public GiveUpApplyTests()
    {
        iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(iamCalls));
        dynamo = new AmazonDynamoDBClient(AwsOver.Credentials, new AmazonDynamoDBConfig().Scripted(ledgerCalls));
    }

    public void Dispose()
    {
        iam.Dispose();
        dynamo.Dispose();
    }

    [Fact]
    public async Task A_welcome_that_was_never_claimed_has_set_no_password_so_none_is_taken_away()
    {
        await GiveUp(WelcomeState.Owed, "LimitExceededException");

        iamCalls.Requests.ShouldBeEmpty();
        ledgerCalls.Requests[^1].Body.ShouldContain("Failed");
    }

    [Fact]
    public async Task A_password_that_nobody_was_told_is_taken_away()
    {
        iamCalls.On(Call, "<GetUserResponse><GetUserResult><User><UserName>jane</UserName><Tags><member><Key>managed-by</Key><Value>gatehouse</Value></member></Tags></User></GetUserResult></GetUserResponse>")
            .On(Call, "<DeleteLoginProfileResponse/>");

        await GiveUp(WelcomeState.NotSent, "MailNotAcceptedException");

        iamCalls.Requests[^1].Body.ShouldContain("Action=DeleteLoginProfile");
        ledgerCalls.Requests.ShouldNotContain(request => request.Body.Contains("ConditionExpression"), "the welcome stays open");
    }

    [Fact]
    public async Task Somebody_elses_user_is_owed_no_welcome()
    {
        await GiveUp(WelcomeState.Owed, nameof(UserNotManagedException));

        iamCalls.Requests.ShouldBeEmpty();
        ledgerCalls.Requests.Count.ShouldBe(3);
        ledgerCalls.Requests[1].Body.ShouldContain("#open = :welcome");
    }

    [Fact]
    public async Task A_notice_that_SES_never_took_is_recorded_beside_the_change_and_touches_no_password()
    {
        using var ledger = new LedgerInMemory();
        using var output = new StringWriter();
        var leaver = Planned(new QuarantineUser(Name("jane"), []));
        var giveUp = new GiveUpApply(
            new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)), new Welcomes(ledger.Table, clock), ledger.Audit, new Metrics(output, clock), clock, NullLogger<GiveUpApply>.Instance);

        await giveUp.RecordAsync(Run, new GiveUpRequest(Run.Arn, leaver, new RunError("NoticeNotAcceptedException", null), ChangeResult.NoticeFollows), default);

        iamCalls.Requests.ShouldBeEmpty();
        var entry = (await ledger.Audit.OfRunAsync(Run, default)).ShouldHaveSingleItem();
        (entry.Kind, entry.Outcome, entry.Key == leaver.Change.Key).ShouldBe(("Notice", Outcome.Failed, false));
    }

    private async Task GiveUp(WelcomeState state, string error)
    {
        ledgerCalls.On(Call, $$$"""{"Item":{"pk":{"S":"WELCOME#w1"},"sk":{"S":"WELCOME"},"name":{"S":"jane"},"state":{"S":"{{{state}}}"},"run":{"S":"r"},"commit":{"S":"c0ffee"},"at":{"S":"2026-11-21T09:00:00.000Z"} } }""").On(Call, "{}");
        var settings = new Settings(name => name == SettingNames.AuditYears ? "7" : "gatehouse-ledger");
        var table = new LedgerTable(dynamo, settings);
        var audit = new Audit(table, settings);
        using var output = new StringWriter();
        var giveUp = new GiveUpApply(
            new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)), new Welcomes(table, clock), audit, new Metrics(output, clock), clock, NullLogger<GiveUpApply>.Instance);

        await giveUp.RecordAsync(Run, new GiveUpRequest(Run.Arn, Planned(new CreateUser(Name("jane"), [])), new RunError(error, null)), default);
    }
}
