using System.Security.Cryptography;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Leavers;
using Gatehouse.Membership.Notices;
using Gatehouse.Membership.Welcome;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Membership;

/// <summary>Does changes as an item of the state machine's Map does: the change, and then the mail that it asks for. IAM and the ledger are in memory.</summary>
internal sealed class Applying : IDisposable
{
    private static readonly Settings Settings = new(name => name switch
    {
        SettingNames.MailFrom => "aws-access@example.gov.uk",
        SettingNames.PasswordLength => "16",
        SettingNames.PasswordClasses => "none",
        SettingNames.PasswordReuse => "24",
        SettingNames.PasswordDays => "0",
        SettingNames.GraceDays => "14",
        SettingNames.MfaNames => "prefix",
        SettingNames.FirstPasswordDays or SettingNames.AuditYears => "7",
        SettingNames.Help => "Ask in #aws-access on Slack.",
        _ => "alphagov/aws-user-management-account-users",
    });

    private readonly StringWriter counted = new();

    public IamInMemory Iam { get; } = new();

    public LedgerInMemory Ledger { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public FakeClock Clock { get; } = new();

    public Welcomes Welcomes => new(Ledger.Table, Clock);

    public UnusedPasswords Unused => new(Ledger.Table, Clock);

    public async Task<IReadOnlyList<AuditEntry>> TrailAsync(RunId? run = null) => await Ledger.Audit.OfRunAsync(run ?? Given.Run, default);

    public async Task<ChangeResult> DoAsync(PlannedChange planned, RunId? run = null)
    {
        var result = await Apply().ApplyAsync(run ?? Given.Run, planned, default);
        if (result.Welcome)
        {
            await Welcome().SendAsync(run ?? Given.Run, planned, "gds-users", default);
        }

        if (result.Notice)
        {
            await Notices().SendAsync(run ?? Given.Run, planned, "gds-users", default);
        }

        return result;
    }

    /// <summary>Lets the process die after each call to IAM, at each write to the ledger and after each mail, does it again, and looks at the end of each.</summary>
    public static async Task ThroughAnyDeathAsync(Func<Applying, Task> given, PlannedChange planned, Func<Applying, Task> then)
    {
        using var undisturbed = new Applying();
        await given(undisturbed);
        var (calls, writes, mails) = (undisturbed.Iam.Calls.Count, undisturbed.Ledger.Writes.Count, undisturbed.Mailer.Sent.Count);
        await undisturbed.DoAsync(planned);
        await then(undisturbed);

        var deaths = Enumerable.Range(calls + 1, undisturbed.Iam.Calls.Count - calls).Select(at => (Action<Applying>)(one => one.Iam.DiesAfterCall = at))
            .Concat(Enumerable.Range(writes + 1, undisturbed.Ledger.Writes.Count - writes).Select(at => (Action<Applying>)(one => one.Ledger.DiesAtWrite = at)))
            .Concat(Enumerable.Range(mails + 1, undisturbed.Mailer.Sent.Count - mails).Select(at => (Action<Applying>)(one => one.Mailer.DiesAfter = at)));
        foreach (var death in deaths)
        {
            using var applying = new Applying();
            await given(applying);
            death(applying);
            (await Should.ThrowAsync<Exception>(() => applying.DoAsync(planned))).GetBaseException().ShouldBeOfType<ProcessDiedException>();
            applying.Iam.DiesAfterCall = applying.Ledger.DiesAtWrite = applying.Mailer.DiesAfter = 0;
            await applying.DoAsync(planned);
            await then(applying);
        }
    }

    public void Dispose()
    {
        Iam.Dispose();
        Ledger.Dispose();
        counted.Dispose();
    }

    private MembershipApply Apply()
    {
        var (account, leavers, quarantines) = (new IamAccount(Iam.Client), new IamLeavers(Iam.Client), new Quarantines(Ledger.Table, Clock));
        var devices = new DeviceRemoval(new IamMfaDevices(Iam.Client), new TakenDevices(Ledger.Table, Clock));
        var trail = new ChangeTrail(Ledger.Audit, Clock, NullLogger<ChangeTrail>.Instance);
        return new MembershipApply(
            new JoinApply(account, Welcomes, quarantines, trail),
            new LeaverApply(new QuarantineApply(leavers, quarantines), new RestoreApply(account, leavers, quarantines), new DeletionApply(leavers, devices, quarantines), Welcomes, Unused, new Holds(Ledger.Table, Clock), trail),
            new ResetApply(Welcomes, Unused, new MfaResetApply(leavers, devices), new DoneResets(Ledger.Table, Settings, Clock), trail),
            new ExpiryApply(account, Unused, trail));
    }

    private WelcomeApply Welcome() => new(
        new WelcomeClaims(Ledger.Table, Ledger.Audit, new PasswordTurns(Ledger.Table, Clock), Clock), new IamAccount(Iam.Client), new IamMfaDevices(Iam.Client), Mailer,
        new FirstPassword(RandomNumberGenerator.GetInt32), Settings, new Metrics(counted, Clock), Clock, NullLogger<WelcomeApply>.Instance);

    private NoticeApply Notices() => new(Mailer, new Told(Ledger.Table, Clock), Ledger.Audit, Settings, Clock, NullLogger<NoticeApply>.Instance);
}
