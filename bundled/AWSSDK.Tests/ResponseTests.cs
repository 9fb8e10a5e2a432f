using System.Net;
using System.Text;
using Amazon;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.SecretsManager.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Bundled.Aws;

public sealed class ResponseTests
{
    private const string Details =
        """
        <?xml version="1.0"?>
        <GetAccountAuthorizationDetailsResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
          <GetAccountAuthorizationDetailsResult>
            <IsTruncated>false</IsTruncated>
            <SomethingNew><Deep><Deeper/></Deep>text</SomethingNew>
            <UserDetailList><member>
              <UserName>zo&#235; &amp; co</UserName><CreateDate>2026-11-20T12:30:45+02:00</CreateDate>
              <GroupList><member>CrossAccountAccess</member></GroupList>
              <UserPolicyList><member><PolicyName>p</PolicyName><PolicyDocument>%7B%22a%22%3A%20%22b%2Bc%22%7D</PolicyDocument></member></UserPolicyList>
              <AttachedManagedPolicies/>
              <PermissionsBoundary><PermissionsBoundaryType>PermissionsBoundaryPolicy</PermissionsBoundaryType>
                <PermissionsBoundaryArn>arn:b</PermissionsBoundaryArn></PermissionsBoundary>
              <Tags><member><Key>managed-by</Key><Value></Value></member></Tags>
            </member></UserDetailList>
            <RoleDetailList><member><RoleName>r</RoleName><RoleLastUsed/>
              <InstanceProfileList><member><Roles><member><RoleName>r</RoleName><MaxSessionDuration>3600</MaxSessionDuration></member></Roles></member>
              </InstanceProfileList>
            </member></RoleDetailList>
            <Policies><member><AttachmentCount>2</AttachmentCount><IsAttachable>true</IsAttachable>
              <PolicyVersionList><member><Document>%7B%7D</Document><IsDefaultVersion>true</IsDefaultVersion></member></PolicyVersionList></member></Policies>
          </GetAccountAuthorizationDetailsResult>
          <ResponseMetadata><RequestId>from-the-body</RequestId></ResponseMetadata>
        </GetAccountAuthorizationDetailsResponse>
        """;

    [Fact]
    public async Task An_account_s_details_are_read_whole()
    {
        using var client = Clients.Identity(new Script().Answer(Details));

        var details = await client.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest());

        var user = details.UserDetailList.ShouldHaveSingleItem();
        user.UserName.ShouldBe("zoë & co");
        user.GroupList.ShouldBe(["CrossAccountAccess"]);
        user.PermissionsBoundary.PermissionsBoundaryType.ShouldBe(PermissionsBoundaryAttachmentType.PermissionsBoundaryPolicy);
        user.Tags.ShouldHaveSingleItem().Value.ShouldBe("");
        details.RoleDetailList.ShouldHaveSingleItem().InstanceProfileList[0].Roles[0].MaxSessionDuration.ShouldBe(3600);
        details.RoleDetailList[0].RoleLastUsed.LastUsedDate.ShouldBeNull();
        details.Policies.ShouldHaveSingleItem().AttachmentCount.ShouldBe(2);
        details.Policies[0].PolicyVersionList[0].IsDefaultVersion.ShouldBe(true);
        details.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        details.ResponseMetadata.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Policy_documents_stay_escaped_as_they_came()
    {
        using var client = Clients.Identity(new Script().Answer(Details));

        var details = await client.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest());

        details.UserDetailList[0].UserPolicyList[0].PolicyDocument.ShouldBe("%7B%22a%22%3A%20%22b%2Bc%22%7D");
    }

    [Fact]
    public async Task An_account_s_summary_is_a_map_of_numbers()
    {
        const string Summary = """
            <GetAccountSummaryResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountSummaryResult><SummaryMap>
              <entry><key>Users</key><value>21</value></entry>
              <entry><key>UsersQuota</key><value>5000</value></entry>
            </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>
            """;
        using var client = Clients.Identity(new Script().Answer(Summary));

        var summary = await client.GetAccountSummaryAsync();

        summary.SummaryMap.ShouldBe(new Dictionary<string, int> { ["Users"] = 21, ["UsersQuota"] = 5000 });
    }

    [Fact]
    public async Task Lists_that_are_absent_or_empty_are_null()
    {
        using var client = Clients.Identity(new Script().Answer(Details));

        var details = await client.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest());

        details.GroupDetailList.ShouldBeNull();
        details.UserDetailList[0].AttachedManagedPolicies.ShouldBeNull();
        details.Marker.ShouldBeNull();
    }

    [Fact]
    public async Task Lists_are_empty_instead_where_the_application_asked_for_that()
    {
        AWSConfigs.InitializeCollections = true;
        try
        {
            using var client = Clients.Identity(new Script().Answer(Details));

            var details = await client.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest());

            details.GroupDetailList.ShouldBeEmpty();
            details.UserDetailList[0].AttachedManagedPolicies.ShouldBeEmpty();
        }
        finally
        {
            AWSConfigs.InitializeCollections = false;
        }
    }

    [Fact]
    public async Task Times_are_universal()
    {
        using var identity = Clients.Identity(new Script().Answer(Details));
        using var machines = Clients.Machines(new Script().Answer("""{"startDate":1.76372104525E9}""").Answer("""{"startDate":"2025-11-21T10:30:45.250Z"}"""));

        var created = (await identity.GetAccountAuthorizationDetailsAsync(new GetAccountAuthorizationDetailsRequest())).UserDetailList[0].CreateDate;
        var started = (await machines.StartExecutionAsync(new StartExecutionRequest())).StartDate;
        var startedByText = (await machines.StartExecutionAsync(new StartExecutionRequest())).StartDate;

        created.ShouldBe(new DateTime(2026, 11, 20, 10, 30, 45, DateTimeKind.Utc));
        created.Value.Kind.ShouldBe(DateTimeKind.Utc);
        started.Value.Kind.ShouldBe(DateTimeKind.Utc);
        started.Value.ShouldBe(new DateTime(2025, 11, 21, 10, 30, 45, 250, DateTimeKind.Utc), TimeSpan.FromMilliseconds(1));
        startedByText.Value.ShouldBe(started.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_run_is_described_whole()
    {
        using var client = Clients.Machines(new Script().Answer(
            """
            {"executionArn":"arn:e","name":"7-abc","status":"PENDING_REDRIVE","startDate":1,"stopDate":null,"input":"{}","inputDetails":{"included":true},
             "redriveCount":2,"redriveStatus":"REDRIVABLE","error":"ChangesFailed","cause":"two","somethingNew":[{"a":[1]}]}
            """));

        var run = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "arn:e" });

        run.Status.ShouldBe(ExecutionStatus.PENDING_REDRIVE);
        run.StopDate.ShouldBeNull();
        run.InputDetails.Included.ShouldBe(true);
        run.RedriveCount.ShouldBe(2);
        run.RedriveStatus.ShouldBe(ExecutionRedriveStatus.REDRIVABLE);
        run.Error.ShouldBe("ChangesFailed");
        run.Output.ShouldBeNull();
        run.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task Machines_and_runs_are_listed_with_what_they_are()
    {
        using var client = Clients.Machines(new Script()
            .Answer("""{"stateMachines":[{"stateMachineArn":"arn:m","name":"m","type":"EXPRESS","creationDate":1}]}""")
            .Answer("""{"executions":[{"executionArn":"arn:e","status":"SUCCEEDED","itemCount":3,"startDate":1,"stopDate":2}]}""")
            .Answer("""{"executions":[]}"""));

        var machine = (await client.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines.ShouldHaveSingleItem();
        var run = (await client.ListExecutionsAsync(new ListExecutionsRequest())).Executions.ShouldHaveSingleItem();

        machine.Type.ShouldBe(StateMachineType.EXPRESS);
        machine.CreationDate.ShouldBe(DateTime.UnixEpoch.AddSeconds(1));
        run.Status.ShouldBe(ExecutionStatus.SUCCEEDED);
        run.ItemCount.ShouldBe(3);
        run.StopDate.ShouldBe(DateTime.UnixEpoch.AddSeconds(2));
        (await client.ListExecutionsAsync(new ListExecutionsRequest())).Executions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_is_read_as_text_or_as_bytes()
    {
        using var client = Clients.Secrets(new Script().Answer(
            """
            {"ARN":"arn:s","Name":"s","SecretString":"{\"current\":\"x\"}","SecretBinary":"cXVpZXQ=",
             "VersionStages":["AWSCURRENT"],"CreatedDate":1763721045.25}
            """));

        var secret = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" });

        secret.ARN.ShouldBe("arn:s");
        secret.SecretString.ShouldBe("""{"current":"x"}""");
        Encoding.UTF8.GetString(secret.SecretBinary.ToArray()).ShouldBe("quiet");
        secret.VersionStages.ShouldBe(["AWSCURRENT"]);
        secret.CreatedDate.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Constants_are_compared_without_case_and_unknown_ones_are_kept()
    {
        (ExecutionStatus.RUNNING == ExecutionStatus.FindValue("running")).ShouldBeTrue();
        ReferenceEquals(ExecutionStatus.FindValue("RUNNING"), ExecutionStatus.RUNNING).ShouldBeTrue();
        ExecutionStatus unknown = "ASLEEP";
        unknown.Value.ShouldBe("ASLEEP");
        StatusType.Active.Value.ShouldBe("Active");
    }
}
