using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Sweep;
using Gatehouse.Register;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Mfa.Sweep;

/// <summary>What starts a sweep, and what it reads; whom it finds is <see cref="MfaSweepPlanTests"/>'s.</summary>
public sealed class MfaSweepTests : IDisposable, ISweepStore
{
    private static readonly RunId Run = new("arn:aws:states:eu-west-2:111122223333:execution:gatehouse-mfa:1");
    private readonly LedgerInMemory ledger = new();
    private readonly IamInMemory iam = new();
    private readonly FakeClock clock = new();
    private SweepFound? written;

    public void Dispose()
    {
        ledger.Dispose();
        iam.Dispose();
    }

    [Fact]
    public async Task An_hourly_run_with_nothing_due_finds_nobody_and_asks_IAM_for_nothing()
    {
        await Graces.AnnounceAsync(new UserName("jane@x.gov.uk"), "arn:aws:iam::111122223333:mfa/phone", clock.Now.AddHours(1), default);

        var summary = await SweepAsync(MfaSweepInput.Grace);

        summary.ShouldBe(new MfaSweepSummary("bucket", "key", 0, "111122223333"));
        iam.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_hourly_run_finds_whose_announced_time_is_up_and_asks_IAM_for_nothing()
    {
        await Graces.AnnounceAsync(new UserName("jane@x.gov.uk"), "arn:aws:iam::111122223333:mfa/phone", clock.Now.AddHours(1), default);
        clock.Now = clock.Now.AddHours(1);

        (await SweepAsync(MfaSweepInput.Grace)).People.ShouldBe(1);

        written!.People.ShouldHaveSingleItem().ShouldBe(new MfaCandidate(new UserName("jane@x.gov.uk"), Devices: true, Missing: false));
        iam.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_else_starts_no_sweep() => (await Should.ThrowAsync<ArgumentException>(() => SweepAsync("whenever"))).Message.ShouldContain("schedule or grace");

    private MfaGraces Graces => new(ledger.Table, clock);

    private Task<MfaSweepSummary> SweepAsync(string trigger) => new MfaSweep(
        new IamAccount(iam.Client), new IamVirtualDevices(iam.Client), new IamCredentialReport(iam.Client, clock), new PasswordPolicyDrift(null!, LedgerInMemory.Settings), new WithoutMfa(ledger.Table, clock),
        Graces, new UnprovedDevices(ledger.Table), null!, this, LedgerInMemory.Settings, clock, NullLogger<MfaSweep>.Instance).FindAsync(Run, new MfaSweepInput(trigger), default);

    Task<(string Bucket, string Key)> ISweepStore.WriteAsync(RunId run, SweepFound found, CancellationToken cancellationToken)
    {
        written = found;
        return Task.FromResult(("bucket", "key"));
    }

    Task<SweepFound?> ISweepStore.FindAsync(RunId run, CancellationToken cancellationToken) => Task.FromResult(written);
}
