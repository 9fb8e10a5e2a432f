using System.Net;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class PasswordRemovalTests : IDisposable
{
    private const string Call = "POST /";
    private static readonly UserName Jane = new("jane.doe@example.gov.uk");
    private readonly AmazonIdentityManagementServiceClient iam;

    public PasswordRemovalTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task Our_users_password_is_taken_away()
    {
        Http.On(Call, User("<member><Key>managed-by</Key><Value>gatehouse</Value></member>")).On(Call, "<DeleteLoginProfileResponse/>");

        await new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).RemovePasswordAsync(Jane, default);

        Http.Requests.Count.ShouldBe(2);
        Http.Requests[1].Body.ShouldContain("Action=DeleteLoginProfile");
    }

    [Fact]
    public async Task A_user_made_by_hand_keeps_theirs()
    {
        Http.On(Call, User(""));

        await new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).RemovePasswordAsync(Jane, default);

        Http.Requests.ShouldHaveSingleItem().Body.ShouldContain("Action=GetUser");
    }

    [Fact]
    public async Task Nobody_of_that_name_has_none()
    {
        Http.On(Call, HttpStatusCode.NotFound, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error><RequestId>r</RequestId></ErrorResponse>");

        await new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).RemovePasswordAsync(Jane, default);

        Http.Requests.ShouldHaveSingleItem();
    }

    private static string User(string tags) =>
        $"""
        <GetUserResponse><GetUserResult><User>
          <UserName>jane.doe@example.gov.uk</UserName><UserId>AIDA</UserId><Path>/</Path><Arn>arn</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><Tags>{tags}</Tags>
        </User></GetUserResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetUserResponse>
        """;
}
