using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Membership;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class SnapshotTests : IDisposable
{
    private const string Call = "POST /";
    private const string AdministratorAccess = "<AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::aws:policy/AdministratorAccess</PolicyArn></member></AttachedManagedPolicies>";
    private readonly AmazonIdentityManagementServiceClient iam;

    public SnapshotTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task Groups_that_administrate_are_named_from_whichever_page_they_come()
    {
        Page("<UserDetailList><member><UserName>ann</UserName><GroupList><member>admins</member></GroupList></member></UserDetailList>", more: true);
        Page($"<GroupDetailList><member><GroupName>Admins</GroupName>{AdministratorAccess}</member><member><GroupName>Readers</GroupName></member></GroupDetailList>");

        var snapshot = await SnapshotAsync();

        snapshot.AdministratorGroups.ShouldBe(["Admins"]);
        snapshot.AdministratorGroups.Contains("admins").ShouldBeTrue();
        snapshot.Groups.ShouldBe(["Admins", "Readers"]);
        User(snapshot, "ann").Administrator.ShouldBeFalse("it is the group's, and may be left");
        Http.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", true)]
    [InlineData("arn:aws-cn:iam::aws:policy/AdministratorAccess", true)]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess-Amplify", false)]
    [InlineData("arn:aws:iam::aws:policy/job-function/NetworkAdministrator", false)]
    public async Task An_administrator_is_who_carries(string policy, bool administrator)
    {
        Page($"<UserDetailList><member><UserName>ann</UserName><AttachedManagedPolicies><member><PolicyArn>{policy}</PolicyArn></member></AttachedManagedPolicies></member></UserDetailList>");

        var ann = User(await SnapshotAsync(), "ann");

        ann.Administrator.ShouldBe(administrator);
        ann.Policies.ShouldBe([policy]);
    }

    [Fact]
    public async Task Our_own_policy_says_that_everything_is_denied_and_is_not_counted_among_the_others()
    {
        Page("""
            <UserDetailList>
              <member><UserName>ann</UserName>
                <UserPolicyList><member><PolicyName>s3</PolicyName></member><member><PolicyName>gatehouse-quarantine</PolicyName></member></UserPolicyList>
                <AttachedManagedPolicies><member><PolicyArn>arn:aws:iam::111122223333:policy/Team</PolicyArn></member></AttachedManagedPolicies>
              </member>
              <member><UserName>bob</UserName></member>
            </UserDetailList>
            """);

        var snapshot = await SnapshotAsync();

        User(snapshot, "ann").Denied.ShouldBeTrue();
        User(snapshot, "ann").Policies.ShouldBe(["arn:aws:iam::111122223333:policy/Team", "s3"]);
        User(snapshot, "bob").Denied.ShouldBeFalse();
        User(snapshot, "bob").Policies.ShouldBeEmpty();
    }

    private static SnapshotUser User(Snapshot snapshot, string name) => snapshot.Find(new UserName(name))!;

    private Task<Snapshot> SnapshotAsync() => new IamAccount(new Lazy<IAmazonIdentityManagementService>(iam)).SnapshotAsync(default);

    private void Page(string lists, bool more = false) => Http.On(
        Call,
        $"<GetAccountAuthorizationDetailsResponse><GetAccountAuthorizationDetailsResult>{lists}<IsTruncated>{(more ? "true" : "false")}</IsTruncated>{(more ? "<Marker>m</Marker>" : "")}</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>");
}
