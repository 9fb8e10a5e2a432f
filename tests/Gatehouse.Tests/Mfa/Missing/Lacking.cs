using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa;
using Gatehouse.Mfa.Missing;
using Gatehouse.Register;
using Gatehouse.Runtime;
using Gatehouse.Slack;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using Gatehouse.Tests.Ledger;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Tests.Mfa.Missing;

/// <summary>Somebody with a console password, an IAM account, a ledger and mail in memory, and the sweep's look at them; every step is the deployed one.</summary>
internal sealed class Lacking : IDisposable, IPasswords, ISlack
{
    public const string Name = "jane.doe@digital.cabinet-office.gov.uk";

    public static readonly UserName Jane = new(Name);

    private static readonly Settings Settings = new(name => name switch
    {
        SettingNames.MfaFirstWarningDays => "3",
        SettingNames.MfaSecondWarningDays => "7",
        SettingNames.MfaSuspendDays => "14",
        SettingNames.MfaNames => "prefix",
        SettingNames.FirstPasswordDays or SettingNames.AuditYears => "7",
        SettingNames.Channel => "#aws-access",
        SettingNames.Help => "Ask in #aws-access on Slack.",
        SettingNames.Repository => "example-org/aws-users",
        _ => "gatehouse-ledger",
    });

    public Lacking()
    {
        Iam.Users[Name] = new IamUserInMemory(managed: true).Has("password", "known");
        Made = Clock.Now.AddDays(-100);
        Start = Clock.Now;
    }

    public IamInMemory Iam { get; } = new();

    public LedgerInMemory Ledger { get; } = new();

    public FakeClock Clock { get; } = new();

    public FakeMailer Mailer { get; } = new();

    /// <summary>What was said in the operations channel.</summary>
    public List<string> Said { get; } = [];

    /// <summary>When the password was made.</summary>
    public DateTimeOffset Made { get; set; }

    public DateTimeOffset Start { get; }

    public WithoutMfa Without => new(Ledger.Table, Clock);

    /// <summary>Whether IAM denies to say anything of the password, as it always does of a user who is not ours, or not there.</summary>
    public bool Denies { get; set; }

    public bool HasPassword => Iam.Users[Name].Of("password").Count > 0;

    /// <summary>The subjects of the mails so far.</summary>
    public IReadOnlyList<string> Subjects => [.. Mailer.Sent.Select(sent => sent.Mail.Subject)];

    public static RunId Run(string name) => new($"arn:aws:states:eu-west-2:111122223333:execution:gatehouse-mfa:{name}");

    public void GiveDevice() => Iam.Users[Name].Has("device", $"arn:aws:iam::111122223333:mfa/{Name}");

    /// <summary>A sweep looks at them on a day counted from the first.</summary>
    public Task<IReadOnlyList<MfaChange>> LookAsync(double day, string run = "daily", bool maySuspend = true, bool isProtected = false)
    {
        Clock.Now = Start.AddDays(day);
        var notices = new MissingMfaNotices(Mailer, new Told(Ledger.Table, Clock), Ledger.Audit, Settings, Clock, NullLogger<MissingMfaNotices>.Instance);
        var apply = new MissingMfaApply(new IamMfaDevices(Iam.Client), this, new IamAccount(Iam.Client), Without, new UnusedPasswords(Ledger.Table, Clock), notices, Settings, Clock);
        return apply.ExamineAsync(Run($"{run}-{day}"), new MfaCandidate(Jane, Devices: false, Missing: true) { MaySuspend = maySuspend, Protected = isProtected }, "gds-users", default);
    }

    /// <summary>SES says that a mail to them came back.</summary>
    public Task ReturnAsync(string eventType = "Bounce")
    {
        var returned = new MailEvent(
            eventType,
            new MailEventMail("message-1", new Dictionary<string, IReadOnlyList<string>> { [SesMailer.KindTag] = [MailKinds.MissingMfa] }, [Name]),
            new MailEventBounce("Permanent", [new MailEventRecipient(Name, "550 5.1.1 user unknown")]));
        var apply = new ReturnedMfaMail(Without, new SlackOnce(this, new Told(Ledger.Table, Clock), Settings), NullLogger<ReturnedMfaMail>.Instance);
        return apply.RecordAsync(returned, default);
    }

    Task ISlack.PostAsync(string channel, string text, CancellationToken cancellationToken)
    {
        channel.ShouldBe("#aws-access");
        Said.Add(text);
        return Task.CompletedTask;
    }

    Task<DateTimeOffset?> IPasswords.MadeAsync(UserName person, CancellationToken cancellationToken) =>
        Iam.Users.TryGetValue(Name, out var jane) && jane.Managed && !Denies ? Task.FromResult(HasPassword ? Made : (DateTimeOffset?)null) : throw new PasswordDeniedException(person, new InvalidOperationException("AccessDenied"));

    public void Dispose()
    {
        Iam.Dispose();
        Ledger.Dispose();
    }
}
