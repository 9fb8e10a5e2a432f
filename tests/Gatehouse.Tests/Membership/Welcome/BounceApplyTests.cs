using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Report;
using Gatehouse.Membership.Welcome;
using Gatehouse.Runtime;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.Membership.Report;
using Microsoft.Extensions.Logging.Abstractions;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership.Welcome;

public sealed class BounceApplyTests : IDisposable
{
    private static readonly string Jane = Name("jane.doe").Value;
    private readonly Reporting reporting = new();
    private readonly IamInMemory iam = new();
    private readonly StringWriter counted = new();

    public void Dispose()
    {
        reporting.Dispose();
        iam.Dispose();
        counted.Dispose();
    }

    public static TheoryData<string, string> Kinds => new()
    {
        { nameof(ResetPassword), "new password" },
        { nameof(RestoreUser), "password of the return" },
        { nameof(CreateUser), "welcome" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_password_that_came_back_is_taken_away_and_told_by_what_it_was_for(string kind, string words)
    {
        iam.Users[Jane] = new IamUserInMemory(managed: true).Has("password", "mailed");
        var planned = Planned(kind switch { nameof(ResetPassword) => new ResetPassword(Name("jane.doe"), Head), nameof(RestoreUser) => new RestoreUser(Name("jane.doe"), [], []), _ => new CreateUser(Name("jane.doe"), []) });
        await AcceptedAsync(planned);

        await Bounce().RecordAsync(Returned(planned), default);
        await Bounce().RecordAsync(Returned(planned), default);

        iam.Users[Jane].Of("password").ShouldBeEmpty();
        reporting.Slack.ShouldHaveSingleItem().ShouldContain($"The {words} of jane.doe@digital.cabinet-office.gov.uk was not delivered");
        reporting.Comments[7].ShouldContain($"send the {words} | ❌ not delivered: the mail was returned (Permanent): 550 5.1.1 user unknown");
    }

    private static MailEvent Returned(PlannedChange planned) => new(
        "Bounce",
        new MailEventMail("message-1", new Dictionary<string, IReadOnlyList<string>> { [SesMailer.WelcomeTag] = [planned.WelcomeIn(Run)!] }),
        new MailEventBounce("Permanent", [new MailEventRecipient(Jane, "550 5.1.1 user unknown")]));

    private async Task AcceptedAsync(PlannedChange planned)
    {
        var (table, clock) = (reporting.Ledger.Table, reporting.Clock);
        await new Welcomes(table, clock).OweAsync(Run, planned, planned.WelcomeIn(Run)!, default);
        var claims = new WelcomeClaims(table, reporting.Ledger.Audit, new PasswordTurns(table, clock), clock);
        var claim = (await claims.ClaimAsync(Run, planned.Change.Person, planned.WelcomeIn(Run)!, default))!;
        await claims.AcceptedAsync(claim, "message-1", AuditEntry.OfWelcome(Run, planned, Outcome.Welcomed, clock.Now), default);
        clock.Now = clock.Now.AddMinutes(1);
    }

    private BounceApply Bounce()
    {
        var (table, clock) = (reporting.Ledger.Table, reporting.Clock);
        var settings = new Settings(name => name == SettingNames.Channel ? "#aws-access" : "on");
        return new BounceApply(
            new Welcomes(table, clock), new IamAccount(iam.Client), reporting.Ledger.Audit, new PullRequestComments(reporting, reporting.Ledger.Audit),
            new SlackOnce(reporting, new Told(table, clock), settings), settings, new Metrics(counted, clock), clock, NullLogger<BounceApply>.Instance);
    }
}
