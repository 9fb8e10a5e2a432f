using System.Net;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SimpleEmailV2.Model;

namespace Bundled.Aws;

public sealed class RetryTests
{
    private const string Created = "<CreateUserResponse><CreateUserResult><User><UserName>anna</UserName></User></CreateUserResult></CreateUserResponse>";

    [Theory]
    [InlineData("Throttling", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("ServiceFailure", HttpStatusCode.InternalServerError)]
    public async Task A_call_that_is_throttled_twice_succeeds_on_the_third_attempt(string code, HttpStatusCode status)
    {
        var script = new Script().Refuse(code, status).Refuse(code, status).Answer(Created);
        using var client = Clients.Identity(script);

        var response = await client.CreateUserAsync(new CreateUserRequest("anna"));

        response.User.UserName.ShouldBe("anna");
        script.Sent.Count.ShouldBe(3);
        script.Sent.Select(sent => sent.Body).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Mail_that_comes_too_fast_is_sent_again()
    {
        var script = new Script().RefuseInJson("TooManyRequestsException", status: HttpStatusCode.TooManyRequests).Answer("""{"MessageId":"m-1"}""");
        using var client = Clients.Mail(script);

        (await client.SendEmailAsync(new SendEmailRequest())).MessageId.ShouldBe("m-1");
        script.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Throttling_that_does_not_end_is_told_with_its_code()
    {
        var script = new Script().Refuse("Throttling").Refuse("Throttling").Refuse("Throttling");
        using var client = Clients.Identity(script);

        var refusal = await Should.ThrowAsync<AmazonServiceException>(() => client.CreateUserAsync(new CreateUserRequest("anna")));

        refusal.ErrorCode.ShouldBe("Throttling");
        script.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_would_fail_again_is_not_tried_again()
    {
        var script = new Script().Refuse("EntityAlreadyExists", HttpStatusCode.Conflict);
        using var client = Clients.Identity(script);

        await Should.ThrowAsync<EntityAlreadyExistsException>(() => client.CreateUserAsync(new CreateUserRequest("anna")));

        script.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once()
    {
        using var client = Clients.Identity(new Script().NeverAnswer());
        using var cancellation = new CancellationTokenSource(50);

        await Should.ThrowAsync<OperationCanceledException>(() => client.CreateUserAsync(new CreateUserRequest("anna"), cancellation.Token));
    }
}
