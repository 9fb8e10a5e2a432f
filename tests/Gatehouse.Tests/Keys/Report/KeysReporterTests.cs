using Gatehouse.Aws;
using Gatehouse.Keys.Report;
using Gatehouse.Ledger;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Gatehouse.Tests.Membership.Preview;
using static Gatehouse.Tests.Keys.Report.Reporting;

namespace Gatehouse.Tests.Keys.Report;

public sealed class KeysReporterTests : IDisposable
{
    private const string Other = "444455556666";

    private readonly LedgerInMemory ledger = new();
    private readonly RegisterInMemory register = new();
    private readonly AccountsInMemory accounts = new();

    [Fact]
    public async Task It_joins_users_report_ledger_and_trend_without_asking_for_anybody_s_keys()
    {
        accounts.Home = Seen([Person("jane")], [Row("jane", Key(100, used: 1))]);
        await new KeyRecords(ledger.Table).WarnedAsync(Record("jane", 100), 89, Ago(3), default);
        await new KeyDays(ledger.Table, Clock).RecordAsync(new KeyDay(DateOnly.FromDateTime(Ago(89).UtcDateTime), 5, 1, 1, 1, 0, 0, 0), default);
        await new KeyDays(ledger.Table, Clock).RecordAsync(new KeyDay(DateOnly.FromDateTime(Ago(90).UtcDateTime), 4, 1, 1, 1, 0, 0, 0), default);

        var report = await MakeAsync();

        report.Keys.ShouldHaveSingleItem().Id.ShouldBe(Example);
        report.Days.ShouldHaveSingleItem().Active.ShouldBe(5);
        report.Accounts.ShouldBe([new ReportedAccount(Home, Now.AddHours(-3))]);
        accounts.Listed.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_happens_next_comes_first_and_what_nothing_happens_to_comes_last()
    {
        accounts.Home = Seen([Person("fresh"), Person("old"), Person("older")], [Row(CredentialRow.RootAccount, Key(900)), Row("fresh", Key(1, used: 0)), Row("old", Key(200, used: 0)), Row("older", Key(300, used: 0))]);

        (await MakeAsync()).Keys.Select(key => key.User).ShouldBe(["older", "old", "fresh", "<root_account>"]);
    }

    [Fact]
    public async Task Live_asks_whoever_has_keys_and_for_the_use_of_those_alone_that_the_report_does_not_know()
    {
        accounts.Home = Seen([Person("jane"), Person("none")], [Row("jane", Key(100, used: 1)), Row("none")]);
        accounts.Keys["jane"] = [new AccessKey(Example, true, Ago(100)), new AccessKey(new AccessKeyId("AKIAI44QH8DHBEXAMPLE"), true, Ago(0.1))];

        var report = await MakeAsync(live: true);

        report.Keys.Select(key => key.Id!.Value).ShouldBe(["AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE"], ignoreOrder: true);
        accounts.Listed.ShouldBe(["jane"]);
        accounts.UseAsked.ShouldBe([new AccessKeyId("AKIAI44QH8DHBEXAMPLE")]);
    }

    [Fact]
    public async Task An_account_that_cannot_be_entered_is_named_and_the_others_are_reported()
    {
        accounts.Home = Seen([Person("jane")], [Row("jane", Key(1))]);

        var report = await MakeAsync(others: Other);

        report.Accounts[1].Failure!.ShouldContain("cannot be assumed");
        report.Keys.ShouldHaveSingleItem();
        KeysHead.Troubles(report).ShouldHaveSingleItem().ShouldStartWith($"Account {Other} is not in this report:");
    }

    [Fact]
    public async Task Without_the_base_account_there_is_no_report() => await Should.ThrowAsync<CredentialReportLateException>(() => MakeAsync());

    [Fact]
    public async Task Exemptions_that_cannot_be_read_are_said_and_no_next_step_is_told()
    {
        accounts.Home = Seen([Person("jane")], [Row("jane", Key(400))]);
        register.ExemptsUnreadably(Membership.Given.Head, new RegisterProblem(new FilePlace(RegisterFiles.KeyExemptions, 1), "Broken.", "Mend it."));

        var report = await MakeAsync();

        report.Keys.ShouldHaveSingleItem().Next.ShouldBeNull();
        report.Problems.ShouldHaveSingleItem();
    }

    public void Dispose() => ledger.Dispose();

    private static FakeClock Clock => new() { Now = Now };

    private Task<EveryonesKeys> MakeAsync(bool live = false, string others = "none") =>
        new KeysReporter(accounts, new KeyRecords(ledger.Table), new KeyDays(ledger.Table, Clock), register, Settings(others), Clock).MakeAsync(live, default);

    private static Settings Settings(string others) => new(name => name switch
    {
        SettingNames.HomeAccount => Home,
        SettingNames.KeyAccounts => others,
        SettingNames.KeysAct => "on",
        SettingNames.KeyWarningDays => "76 83 89",
        SettingNames.KeyDeactivateDays => "90",
        SettingNames.UnusedAfter => "45",
        SettingNames.UnusedDeactivateAfter => "0",
        _ => "30",
    });
}
