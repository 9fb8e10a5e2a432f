using System.Net;
using System.Web;
using Amazon.IdentityManagement;
using Gatehouse.Account;
using Gatehouse.Aws;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class PasswordPolicyTests : IDisposable
{
    private const string Call = "POST /";
    private readonly AmazonIdentityManagementServiceClient iam;

    public PasswordPolicyTests() => iam = new AmazonIdentityManagementServiceClient(AwsOver.Credentials, new AmazonIdentityManagementServiceConfig().Scripted(Http));

    private ScriptedHttp Http { get; } = new();

    private IamPasswordPolicy Policy => new(new(() => iam));

    public void Dispose() => iam.Dispose();

    [Fact]
    public async Task The_policy_of_the_account_is_read_whole()
    {
        Http.On(Call, Answer("""
            <MinimumPasswordLength>14</MinimumPasswordLength><RequireUppercaseCharacters>true</RequireUppercaseCharacters><RequireLowercaseCharacters>false</RequireLowercaseCharacters>
            <RequireNumbers>true</RequireNumbers><RequireSymbols>false</RequireSymbols><AllowUsersToChangePassword>true</AllowUsersToChangePassword>
            <ExpirePasswords>true</ExpirePasswords><MaxPasswordAge>90</MaxPasswordAge><PasswordReusePrevention>24</PasswordReusePrevention><HardExpiry>true</HardExpiry>
            """));

        (await Policy.FindAsync(default)).ShouldBe(
            new AccountPasswordPolicy(new PasswordRules(14, PasswordClasses.Upper | PasswordClasses.Digit, 24, 90), SelfChange: true, HardExpiry: true));
    }

    [Fact]
    public async Task What_IAM_leaves_out_is_not_asked_for()
    {
        Http.On(Call, Answer("<MinimumPasswordLength>6</MinimumPasswordLength><ExpirePasswords>false</ExpirePasswords>"));

        (await Policy.FindAsync(default)).ShouldBe(new AccountPasswordPolicy(new PasswordRules(6, PasswordClasses.None, 0, 0), SelfChange: false, HardExpiry: false));
    }

    [Fact]
    public async Task An_account_without_one_has_none()
    {
        Http.On(Call, HttpStatusCode.NotFound, "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>none</Message></Error><RequestId>r</RequestId></ErrorResponse>");

        (await Policy.FindAsync(default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 0, null, null)]
    [InlineData(24, 90, "24", "90")]
    public async Task Everything_is_sent_because_IAM_forgets_what_is_not(int reuse, int days, string? sentReuse, string? sentDays)
    {
        Http.On(Call, "<UpdateAccountPasswordPolicyResponse/>");

        await Policy.PutAsync(AccountPasswordPolicy.Wanted(new PasswordRules(16, PasswordClasses.Lower, reuse, days)), default);

        var sent = HttpUtility.ParseQueryString(Http.Requests.ShouldHaveSingleItem().Body);
        sent["Action"].ShouldBe("UpdateAccountPasswordPolicy");
        sent["MinimumPasswordLength"].ShouldBe("16");
        (sent["RequireUppercaseCharacters"], sent["RequireLowercaseCharacters"], sent["RequireNumbers"], sent["RequireSymbols"]).ShouldBe(("false", "true", "false", "false"));
        (sent["AllowUsersToChangePassword"], sent["HardExpiry"]).ShouldBe(("true", "false"));
        (sent["PasswordReusePrevention"], sent["MaxPasswordAge"]).ShouldBe((sentReuse, sentDays));
    }

    private static string Answer(string policy) =>
        $"<GetAccountPasswordPolicyResponse><GetAccountPasswordPolicyResult><PasswordPolicy>{policy}</PasswordPolicy></GetAccountPasswordPolicyResult></GetAccountPasswordPolicyResponse>";
}
