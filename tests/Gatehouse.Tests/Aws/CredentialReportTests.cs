using System.Net;
using System.Text;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class CredentialReportTests : IDisposable
{
    private const string Call = "POST /";
    private const string Keys =
        "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service";
    private const string NotReady = "<ErrorResponse><Error><Code>ReportInProgress</Code><Message>Report is being generated.</Message></Error></ErrorResponse>";
    private readonly AmazonIdentityManagementServiceClient iam;

    public CredentialReportTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task It_is_read_once_it_is_complete_and_says_how_old_it_is()
    {
        Http.On(Call, Generated("STARTED")).On(Call, HttpStatusCode.Gone, NotReady).On(Call, Generated("INPROGRESS")).On(Call, HttpStatusCode.Gone, NotReady).On(Call, Generated("COMPLETE"))
            .On(Call, Report("user,arn,password_enabled,password_last_changed,mfa_active," + Keys + "\njane,arn:aws:iam::111122223333:user/jane,false,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A"));

        var report = await ReadAsync();

        report.Generated.ShouldBe(new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.Zero));
        report.Rows.Select(row => (row.User, row.PasswordEnabled, row.PasswordLastChanged, row.MfaActive, row.Keys.Count)).ShouldBe([("jane", false, null, false, 0)]);
        Http.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task One_that_is_there_a_second_after_it_was_asked_for_is_two_calls()
    {
        Http.On(Call, Generated("STARTED")).On(Call, Report("user,arn,password_enabled,password_last_changed,mfa_active," + Keys));

        (await ReadAsync()).Rows.ShouldBeEmpty();

        Http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_is_not_made_in_time_says_so()
    {
        for (var asked = 0; asked < 70; asked++)
        {
            Http.On(Call, Generated("INPROGRESS")).On(Call, HttpStatusCode.Gone, NotReady);
        }

        (await Should.ThrowAsync<CredentialReportLateException>(ReadAsync)).Message.ShouldContain("within 60 seconds");
    }

    private Task<CredentialReport> ReadAsync() => new IamCredentialReport(new Lazy<IAmazonIdentityManagementService>(iam), new LeapingClock()).ReadAsync(default);

    private static string Generated(string state) =>
        $"<GenerateCredentialReportResponse><GenerateCredentialReportResult><State>{state}</State></GenerateCredentialReportResult></GenerateCredentialReportResponse>";

    private static string Report(string csv) =>
        $"<GetCredentialReportResponse><GetCredentialReportResult><Content>{Convert.ToBase64String(Encoding.UTF8.GetBytes(csv))}</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-11-21T07:00:00Z</GeneratedTime></GetCredentialReportResult></GetCredentialReportResponse>";

    /// <summary>A clock for which every wait is over at once.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            now += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
