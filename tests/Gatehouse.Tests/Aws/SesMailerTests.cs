using System.Text.Json.Nodes;
using Amazon.SimpleEmailV2;
using Gatehouse.Aws;
using Gatehouse.Membership.Mails;
using Gatehouse.Runtime;
using Gatehouse.Tests.House;

namespace Gatehouse.Tests.Aws;

public sealed class SesMailerTests : IDisposable
{
    private const string Send = "POST /v2/email/outbound-emails";

    private readonly ScriptedHttp http = new ScriptedHttp().On(Send, """{"MessageId":"message-1"}""");
    private readonly AmazonSimpleEmailServiceV2Client ses;

    public SesMailerTests() => ses = new AmazonSimpleEmailServiceV2Client(AwsOver.Credentials, new AmazonSimpleEmailServiceV2Config().Scripted(http));

    public void Dispose()
    {
        ses.Dispose();
        http.Dispose();
    }

    [Theory]
    [InlineData("a welcome, by itself", "3f2b8c1d", null, """[{"Name":"welcome","Value":"3f2b8c1d"}]""")]
    [InlineData("a mail whose coming back matters, by its kind", null, MailKinds.MissingMfa, """[{"Name":"kind","Value":"missing-mfa"}]""")]
    [InlineData("any other mail, by nothing", null, null, null)]
    public async Task What_comes_back_is_known_by_its_tag(string @case, string? welcome, string? kind, string? tags)
    {
        var mailer = new SesMailer(new Lazy<IAmazonSimpleEmailServiceV2>(ses), new Settings(name => name == SettingNames.MailFrom ? "aws-access@example.gov.uk" : "gatehouse"));

        (await mailer.SendAsync("jane.doe@example.gov.uk", new Mail("Hello", "Hello.", "<p>Hello.</p>") { Kind = kind }, welcome, default)).ShouldBe("message-1");

        (JsonNode.Parse(http.Requests.ShouldHaveSingleItem().Body)!["EmailTags"]?.ToJsonString()).ShouldBe(tags, @case);
    }
}
