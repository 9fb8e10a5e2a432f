using System.Net;
using System.Web;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Gatehouse.Aws;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class KeyAccountsTests : IDisposable
{
    private const string Call = "POST /", Home = "111122223333", Payments = "123456789012";

    private readonly ScriptedHttp http = new();
    private readonly FakeClock clock = new();
    private readonly AmazonSecurityTokenServiceClient sts;
    private readonly AmazonIdentityManagementServiceClient home;
    private readonly List<AWSCredentials> used = [];

    public KeyAccountsTests()
    {
        sts = new AmazonSecurityTokenServiceClient(AwsOver.Credentials, new AmazonSecurityTokenServiceConfig().Scripted(http));
        home = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(http));
    }

    public void Dispose()
    {
        sts.Dispose();
        home.Dispose();
        http.Dispose();
    }

    [Fact]
    public async Task The_base_account_needs_no_role()
    {
        (await Accounts().EnterAsync(Home, default)).Number.ShouldBe(Home);

        http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_account_is_entered_by_its_role_and_under_a_name_that_says_who_it_is()
    {
        http.On(Call, Assumed(hours: 1));

        var account = await Accounts().EnterAsync(Payments, default);

        account.Number.ShouldBe(Payments);
        var asked = HttpUtility.ParseQueryString(http.Requests.ShouldHaveSingleItem().Body);
        (asked["Action"], asked["RoleArn"], asked["RoleSessionName"]).ShouldBe(("AssumeRole", "arn:aws:iam::123456789012:role/gatehouse/gatehouse-keys-look", "gatehouse-keys-look"));
        (await used.ShouldHaveSingleItem().GetCredentialsAsync()).AccessKey.ShouldBe("ASIAIOSFODNN7EXAMPLE");
    }

    [Theory]
    [InlineData(KeyPurpose.Act, "gatehouse-keys-act")]
    [InlineData(KeyPurpose.Cut, "gatehouse-keys-cut")]
    public async Task Each_purpose_has_a_role_of_its_own_whose_credentials_serve_no_other(KeyPurpose purpose, string role)
    {
        http.On(Call, Assumed(hours: 1)).On(Call, Assumed(hours: 1));
        var accounts = Accounts();

        await accounts.EnterAsync(Payments, default);
        await accounts.EnterAsync(Payments, purpose, default);
        await accounts.EnterAsync(Payments, purpose, default);

        HttpUtility.ParseQueryString(http.Requests[^1].Body)["RoleArn"].ShouldBe($"arn:aws:iam::123456789012:role/gatehouse/{role}");
        http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Its_credentials_are_kept_until_shortly_before_they_end()
    {
        http.On(Call, Assumed(hours: 1)).On(Call, Assumed(hours: 2));
        var accounts = Accounts();

        await accounts.EnterAsync(Payments, default);
        clock.Now += TimeSpan.FromMinutes(49);
        await accounts.EnterAsync(Payments, default);
        http.Requests.Count.ShouldBe(1);

        clock.Now += TimeSpan.FromMinutes(2);
        await accounts.EnterAsync(Payments, default);
        http.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_that_nobody_asked_to_watch_is_refused_before_anything_is_asked()
    {
        (await Should.ThrowAsync<AccountNotWatchedException>(() => Accounts().EnterAsync("999988887777", default))).Message.ShouldContain("keyAccounts");

        http.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_role_that_cannot_be_assumed_is_said_with_what_to_do()
    {
        http.On(Call, HttpStatusCode.Forbidden, Refusal("AccessDenied"));

        var refused = await Should.ThrowAsync<AccountNotEnteredException>(() => Accounts().EnterAsync(Payments, default));

        refused.Message.ShouldContain("arn:aws:iam::123456789012:role/gatehouse/gatehouse-keys-look");
        refused.Message.ShouldContain("OperatorRole");
        refused.Message.ShouldContain("member account's stack");
    }

    [Fact]
    public async Task AWS_says_in_which_account_a_key_was_made()
    {
        http.On(Call, "<GetAccessKeyInfoResponse><GetAccessKeyInfoResult><Account>123456789012</Account></GetAccessKeyInfoResult></GetAccessKeyInfoResponse>");

        (await Accounts().AccountOfAsync(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), default)).ShouldBe(Payments);
    }

    [Fact]
    public async Task Or_that_it_knows_no_such_key()
    {
        http.On(Call, HttpStatusCode.BadRequest, Refusal("ValidationError"));

        (await Accounts().AccountOfAsync(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("AccessDenied", HttpStatusCode.Forbidden)]
    [InlineData("Throttling", HttpStatusCode.BadRequest)]
    [InlineData("ExpiredTokenException", HttpStatusCode.BadRequest)]
    [InlineData("RegionDisabledException", HttpStatusCode.Forbidden)]
    [InlineData("InvalidAction", HttpStatusCode.BadRequest)]
    [InlineData("ServiceUnavailable", HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_that_is_not_about_the_key_is_no_answer(string code, HttpStatusCode status)
    {
        http.On(Call, status, Refusal(code));

        await Should.ThrowAsync<AmazonSecurityTokenServiceException>(() => Accounts().AccountOfAsync(new AccessKeyId("AKIAIOSFODNN7EXAMPLE"), default));
    }

    private KeyAccounts Accounts()
    {
        var iam = new Lazy<IAmazonIdentityManagementService>(home);
        var token = new Lazy<IAmazonSecurityTokenService>(sts);
        var entry = new AccountEntry(token, Client, TestSettings(), clock);
        return new KeyAccounts(new IamAccount(iam), new IamCredentialReport(iam, clock), new IamAccessKeys(iam), new IamUserSessions(iam), new IamKeyOwners(iam), entry, token, TestSettings(), clock);
    }

    private AmazonIdentityManagementServiceClient Client(AWSCredentials credentials)
    {
        used.Add(credentials);
        return home;
    }

    private static Settings TestSettings() => new(name => name switch
    {
        SettingNames.KeyAccounts => $"{Payments} 210987654321",
        SettingNames.HomeAccount => Home,
        SettingNames.HomeRegion => "eu-west-2",
        SettingNames.RolePath => "/gatehouse/",
        _ => null,
    });

    private static string Assumed(int hours) =>
        $"<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>{new FakeClock().Now.AddHours(hours):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";

    private static string Refusal(string code) => $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>no</Message></Error></ErrorResponse>";
}
