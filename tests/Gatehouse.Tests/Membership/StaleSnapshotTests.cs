using System.Net;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Tests.Aws;
using Gatehouse.Tests.House;
using static Gatehouse.Tests.Membership.Given;

namespace Gatehouse.Tests.Membership;

/// <summary>IAM is eventually consistent: a user may be there although the snapshot did not show it.</summary>
public sealed class StaleSnapshotTests : IDisposable
{
    private const string Call = "POST /";
    private readonly ScriptedHttp calls = new();
    private readonly AmazonIdentityManagementServiceClient iam;

    public StaleSnapshotTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(calls));

    public void Dispose() => iam.Dispose();

    [Theory]
    [InlineData("this change's own earlier attempt", Head, true)]
    [InlineData("ours, by another merge", Before, false)]
    public async Task A_user_that_is_there_already_is_taken_as_made_where_it_is(string what, string commit, bool made)
    {
        what.ShouldNotBeEmpty();
        Exists(("managed-by", "gatehouse"), ("gatehouse:merge-commit", commit));

        (await CreateAsync()).ShouldBe(made);
    }

    [Fact]
    public async Task A_user_made_by_hand_meanwhile_is_left_alone()
    {
        Exists(("team", "payroll"));

        (await Should.ThrowAsync<UserNotManagedException>(CreateAsync)).Message.ShouldContain("\"adopt\"");
    }

    private Task<bool> CreateAsync() => new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).CreateAsync(Name("jane"), new Attribution(Head), default);

    private void Exists(params (string Key, string Value)[] tags) => calls
        .On(Call, HttpStatusCode.Conflict, "<ErrorResponse><Error><Type>Sender</Type><Code>EntityAlreadyExists</Code><Message>there</Message></Error></ErrorResponse>")
        .On(Call, $"<GetUserResponse><GetUserResult><User><UserName>jane</UserName><Tags>{string.Concat(tags.Select(tag => $"<member><Key>{tag.Key}</Key><Value>{tag.Value}</Value></member>"))}</Tags></User></GetUserResult></GetUserResponse>");
}
