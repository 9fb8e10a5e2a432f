using System.Net;
using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Register;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class EvidenceTests : IDisposable
{
    private const string Call = "POST /";
    private readonly AmazonIdentityManagementServiceClient iam;

    public EvidenceTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task Somebody_s_access_is_described_by_what_is_in_use()
    {
        Http.On(Call, User("<PasswordLastUsed>2026-11-20T08:30:00Z</PasswordLastUsed>"))
            .On(Call, Keys(("AKIA1", "Active"), ("AKIA2", "Inactive")))
            .On(Call, LastUsed("<LastUsedDate>2026-11-19T10:00:00Z</LastUsedDate><ServiceName>s3</ServiceName><Region>eu-west-2</Region>"))
            .On(Call, LastUsed("<ServiceName>N/A</ServiceName><Region>N/A</Region>"))
            .On(Call, "<ListMFADevicesResponse><ListMFADevicesResult><MFADevices><member><SerialNumber>GAKT12345678</SerialNumber></member></MFADevices></ListMFADevicesResult></ListMFADevicesResponse>");

        var evidence = (await OfJaneAsync())!;

        evidence.Created.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        evidence.PasswordLastUsed.ShouldBe(new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero));
        evidence.Keys.ShouldBe([new KeyEvidence(true, new DateTimeOffset(2026, 11, 19, 10, 0, 0, TimeSpan.Zero), "s3", "eu-west-2"), new KeyEvidence(false, null, null, null)]);
        evidence.Devices.ShouldBe(1);
        Http.Requests[2].Body.ShouldContain("AccessKeyId=AKIA1");
    }

    [Fact]
    public async Task Somebody_without_anything_costs_three_calls()
    {
        Http.On(Call, User("")).On(Call, Keys()).On(Call, "<ListMFADevicesResponse><ListMFADevicesResult/></ListMFADevicesResponse>");

        var evidence = (await OfJaneAsync())!;

        evidence.PasswordLastUsed.ShouldBeNull();
        evidence.Keys.ShouldBeEmpty();
        evidence.Devices.ShouldBe(0);
        Http.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_of_that_name_has_none()
    {
        Http.On(Call, HttpStatusCode.NotFound, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error></ErrorResponse>");

        (await OfJaneAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_read_that_fails_is_no_evidence_of_disuse()
    {
        Http.On(Call, User("")).On(Call, HttpStatusCode.Forbidden, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>");

        await Should.ThrowAsync<AmazonIdentityManagementServiceException>(OfJaneAsync);
    }

    private Task<Evidence?> OfJaneAsync() => new IamEvidence(new Lazy<IAmazonIdentityManagementService>(iam)).OfAsync(new UserName("jane.doe@example.gov.uk"), default);

    private static string User(string details) =>
        $"<GetUserResponse><GetUserResult><User><UserName>jane.doe@example.gov.uk</UserName><CreateDate>2026-01-01T00:00:00Z</CreateDate>{details}</User></GetUserResult></GetUserResponse>";

    private static string Keys(params (string Id, string Status)[] keys) =>
        $"<ListAccessKeysResponse><ListAccessKeysResult><AccessKeyMetadata>{string.Concat(keys.Select(key => $"<member><AccessKeyId>{key.Id}</AccessKeyId><Status>{key.Status}</Status></member>"))}</AccessKeyMetadata></ListAccessKeysResult></ListAccessKeysResponse>";

    private static string LastUsed(string use) =>
        $"<GetAccessKeyLastUsedResponse><GetAccessKeyLastUsedResult><AccessKeyLastUsed>{use}</AccessKeyLastUsed></GetAccessKeyLastUsedResult></GetAccessKeyLastUsedResponse>";
}
