using System.Net;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class UnusedPasswordTests : IDisposable
{
    private const string Call = "POST /";
    private const string Ours = "<Tags><member><Key>managed-by</Key><Value>gatehouse</Value></member></Tags>";
    private const string None = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error><RequestId>r</RequestId></ErrorResponse>";
    private static readonly UserName Jane = new("jane.doe@example.gov.uk");
    private static readonly DateTimeOffset Mailed = new(2026, 11, 21, 9, 0, 5, TimeSpan.Zero);
    private readonly AmazonIdentityManagementServiceClient iam;

    public UnusedPasswordTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task One_that_must_still_be_changed_is_taken_away()
    {
        Http.On(Call, User(Ours)).On(Call, Password(mustChange: true)).On(Call, "<DeleteLoginProfileResponse/>");

        (await RemoveAsync()).ShouldBeTrue();

        Http.Requests[^1].Body.ShouldContain("Action=DeleteLoginProfile");
    }

    [Fact]
    public async Task A_sign_in_with_an_earlier_password_does_not_count()
    {
        Http.On(Call, User(Ours + "<PasswordLastUsed>2026-11-20T08:00:00Z</PasswordLastUsed>", "2026-01-05T09:00:00Z")).On(Call, Password(mustChange: true)).On(Call, "<DeleteLoginProfileResponse/>");

        (await RemoveAsync()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("a sign-in is known", Ours + "<PasswordLastUsed>2026-11-22T08:00:00Z</PasswordLastUsed>", "2026-11-21T09:00:00Z")]
    [InlineData("the user was made anew", Ours, "2026-11-25T09:00:00Z")]
    [InlineData("the user is not ours", "", "2026-11-21T09:00:00Z")]
    public async Task It_stays_where(string because, string details, string made)
    {
        Http.On(Call, User(details, made));

        (await RemoveAsync()).ShouldBeFalse(because);

        Http.Requests.ShouldHaveSingleItem(because);
    }

    [Fact]
    public async Task It_stays_where_the_person_has_chosen_their_own()
    {
        Http.On(Call, User(Ours)).On(Call, Password(mustChange: false));

        (await RemoveAsync()).ShouldBeFalse();

        Http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_that_a_run_took_away_before_it_was_killed_counts_as_taken()
    {
        Http.On(Call, User(Ours)).On(Call, HttpStatusCode.NotFound, None);

        (await RemoveAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_of_that_name_has_none()
    {
        Http.On(Call, HttpStatusCode.NotFound, None);

        (await RemoveAsync()).ShouldBeFalse();
    }

    private Task<bool> RemoveAsync() => new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).RemoveUnusedPasswordAsync(Jane, Mailed, default);

    private static string User(string details, string made = "2026-11-21T09:00:00Z") =>
        $"""
        <GetUserResponse><GetUserResult><User>
          <UserName>jane.doe@example.gov.uk</UserName><UserId>AIDA</UserId><Path>/</Path><Arn>arn</Arn><CreateDate>{made}</CreateDate>{details}
        </User></GetUserResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetUserResponse>
        """;

    private static string Password(bool mustChange) =>
        $"""
        <GetLoginProfileResponse><GetLoginProfileResult><LoginProfile>
          <UserName>jane.doe@example.gov.uk</UserName><CreateDate>2026-11-21T09:00:01Z</CreateDate><PasswordResetRequired>{(mustChange ? "true" : "false")}</PasswordResetRequired>
        </LoginProfile></GetLoginProfileResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetLoginProfileResponse>
        """;
}
