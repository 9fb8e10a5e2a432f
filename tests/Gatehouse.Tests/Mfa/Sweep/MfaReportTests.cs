using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Mfa.Sweep;

public sealed class MfaReportTests : IDisposable, ISweepStore, ISlack
{
    private static readonly MfaFinding Hand = new(MfaFindingKind.UnmanagedName, "hand", "has <!channel>");
    private static readonly RunError Throttled = new("AmazonIdentityManagementServiceException", """{"errorMessage":"Rate exceeded."}""");
    private static readonly Settings Settings = new(name => name == SettingNames.AuditYears ? "7" : "#aws-access");
    private readonly LedgerInMemory ledger = new();
    private readonly FakeClock clock = new();
    private readonly List<string> slack = [];
    private SweepFound? found;

    public void Dispose() => ledger.Dispose();

    [Theory]
    [InlineData(MfaSweepInput.Schedule)]
    [InlineData(MfaSweepInput.Grace)]
    public async Task A_sweep_with_nothing_to_say_is_silent(string trigger)
    {
        (await ReportAsync("1", new SweepFound(trigger, [], []))).ShouldBe(0);

        slack.ShouldBeEmpty();
        ledger.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_done_is_said_once_however_often_the_report_is_replayed()
    {
        await DoneAsync("1", new WarnWithoutMfa(new UserName("jane@x.gov.uk"), 1, clock.Now), Outcome.Told);
        await DoneAsync("1", new SuspendPassword(new UserName("joe@x.gov.uk"), clock.Now), Outcome.Applied);

        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], []));
        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], []));

        var text = slack.ShouldHaveSingleItem();
        text.ShouldContain("*MFA*: 2 things done.");
        text.ShouldContain(":lock: *Console password taken away, because there was no MFA for too long*: joe@x.gov.uk");
        text.ShouldContain(":envelope: *Asked by mail to add MFA*: jane@x.gov.uk");
    }

    [Fact]
    public async Task A_finding_is_said_once_for_as_long_as_it_lasts_and_harmless()
    {
        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));
        await ReportAsync("2", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));
        await ReportAsync("3", new SweepFound(MfaSweepInput.Grace, [], []));
        await ReportAsync("4", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));
        slack.ShouldHaveSingleItem().ShouldContain("hand has &lt;!channel&gt;");

        await ReportAsync("5", new SweepFound(MfaSweepInput.Schedule, [], []));
        await ReportAsync("6", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));

        slack.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_membership_remembers_is_left_alone()
    {
        var findings = new Findings(ledger.Table, clock);
        Finding byHand = new(FindingKind.ChangedByHand, "jane@x");
        await findings.RecordAsync(await findings.ReadAsync(default), [byHand], Enum.GetNames<FindingKind>(), default);

        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));

        (await findings.ReadAsync(default)).IsNew(byHand).ShouldBeFalse();
        Enum.GetNames<FindingKind>().Intersect(MfaFinding.Sorts).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_who_could_not_be_looked_at_is_named_with_the_reason()
    {
        await new MfaGiveUp(ledger.Audit, new Metrics(TextWriter.Null, clock), clock, NullLogger<MfaGiveUp>.Instance)
            .RecordAsync(Run("1"), new MfaGiveUpRequest(Run("1").Arn, new MfaCandidate(new UserName("jane@x.gov.uk"), true, false), Throttled), default);

        (await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], []))).ShouldBe(1);

        slack.ShouldHaveSingleItem().ShouldContain(":x: jane@x.gov.uk could not be looked at, or not be told: AmazonIdentityManagementServiceException: Rate exceeded.");
    }

    [Fact]
    public async Task A_sweep_that_failed_says_why_once_a_day_and_forgets_no_finding()
    {
        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));
        await ReportAsync("2", null, Throttled);
        await ReportAsync("3", null, Throttled);
        slack.Count.ShouldBe(2);
        slack[1].ShouldContain("Rate exceeded.");

        clock.Now = clock.Now.AddDays(1);
        await ReportAsync("4", null, Throttled);
        await ReportAsync("5", new SweepFound(MfaSweepInput.Schedule, [], [Hand]));

        slack.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_crowd_is_counted_and_not_listed()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            await DoneAsync("1", new WarnWithoutMfa(new UserName($"person{number:00}@x.gov.uk"), 1, clock.Now), Outcome.Told);
        }

        await ReportAsync("1", new SweepFound(MfaSweepInput.Schedule, [], []));

        slack.ShouldHaveSingleItem().ShouldContain("person14@x.gov.uk and 25 more");
    }

    [Fact]
    public void Every_sort_of_finding_has_words() =>
        Enum.GetValues<MfaFindingKind>().ShouldAllBe(kind => SweepSlackText.Write("run", Array.Empty<AuditEntry>(), new[] { new MfaFinding(kind, "who") }, null) != null);

    private static RunId Run(string name) => new($"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-mfa:{name}");

    private Task DoneAsync(string run, MfaChange change, Outcome outcome) =>
        ledger.Audit.RecordAsync(new AuditEntry(run, change.Person, change.Key, change.What, outcome, Attribution.None, clock.Now), default);

    private Task<int> ReportAsync(string run, SweepFound? of, RunError? error = null)
    {
        found = of;
        return new MfaReport(this, ledger.Audit, new Findings(ledger.Table, clock), new SlackOnce(this, new Told(ledger.Table, clock), Settings), clock, NullLogger<MfaReport>.Instance).PublishAsync(Run(run), error, default);
    }

    Task<(string Bucket, string Key)> ISweepStore.WriteAsync(RunId run, SweepFound found, CancellationToken cancellationToken) => throw new InvalidOperationException("A report writes no plan.");

    Task<SweepFound?> ISweepStore.FindAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(found);

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        slack.Add(text);
        return Task.CompletedTask;
    }
}
