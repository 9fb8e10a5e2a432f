using System.Net;
using System.Web;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class UserSessionsTests : IDisposable
{
    private const string Call = "POST /";
    private const string NoSuchEntity = "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>";

    private static readonly UserName Jane = new("jane.doe@example.gov.uk");
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, 250, TimeSpan.Zero);

    private readonly ScriptedHttp http = new();
    private readonly AmazonIdentityManagementServiceClient iam;

    public UserSessionsTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(http));

    private string? Put => http.Requests.Select(sent => HttpUtility.ParseQueryString(sent.Body)).SingleOrDefault(form => form["Action"] == "PutUserPolicy")?["PolicyDocument"];

    public void Dispose()
    {
        iam.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task Everything_is_denied_to_what_was_issued_before_the_end_of_this_second()
    {
        http.On(Call, HttpStatusCode.NotFound, NoSuchEntity).On(Call, "<PutUserPolicyResponse/>");

        await CutAsync();

        Put.ShouldBe("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-11-21T09:00:01Z"}}}]}""");
    }

    [Theory]
    [InlineData("earlier: replaced", -60, true)]
    [InlineData("the same second: as wanted", 0, false)]
    [InlineData("later: never taken back", 60, false)]
    public async Task A_cut_that_is_there_already_is(string what, int seconds, bool replaced)
    {
        var there = Uri.EscapeDataString(RevokedSessionsPolicy.Document(Now.AddSeconds(seconds)));
        http.On(Call, $"<GetUserPolicyResponse><GetUserPolicyResult><PolicyDocument>{there}</PolicyDocument></GetUserPolicyResult></GetUserPolicyResponse>").On(Call, "<PutUserPolicyResponse/>");

        await CutAsync();

        (Put is not null).ShouldBe(replaced, what);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"Statement":[{"Effect":"Allow"}]}""")]
    [InlineData("""{"Statement":[{"Condition":{"DateLessThan":{"aws:TokenIssueTime":5}}}]}""")]
    public async Task What_somebody_else_wrote_under_its_name_is_replaced(string document)
    {
        http.On(Call, $"<GetUserPolicyResponse><GetUserPolicyResult><PolicyDocument>{Uri.EscapeDataString(document)}</PolicyDocument></GetUserPolicyResult></GetUserPolicyResponse>").On(Call, "<PutUserPolicyResponse/>");

        await CutAsync();

        Put.ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_there_is_no_room_for_it_the_sessions_go_on_and_that_is_said()
    {
        http.On(Call, HttpStatusCode.NotFound, NoSuchEntity).On(Call, HttpStatusCode.Conflict, NoSuchEntity.Replace("NoSuchEntity", "LimitExceeded", StringComparison.Ordinal));

        (await Should.ThrowAsync<NoRoomToDenyException>(CutAsync)).Message.ShouldContain("36 hours");
    }

    [Fact]
    public void Two_thousand_characters_have_room_for_it_beside_others() => RevokedSessionsPolicy.Document(Now).Length.ShouldBeLessThan(200);

    private Task CutAsync() => new IamUserSessions(new(iam)).CutAsync(Jane, Now, default);
}
