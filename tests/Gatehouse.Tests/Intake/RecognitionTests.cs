using Gatehouse.Intake;

namespace Gatehouse.Tests.Intake;

public class RecognitionTests
{
    private static readonly Recognition Ours = new(WebhookEvents.Repository, "master");

    [Theory]
    [InlineData("merge")]
    [InlineData("merge-base64")]
    [InlineData("merge-headers-in-github-case")]
    [InlineData("merge-repository-in-another-case")]
    public void A_merge_of_the_protected_branch_is_ours(string name)
    {
        Recognise(name).ShouldBe(new MergeOf(7, WebhookEvents.MergeCommit));
    }

    [Theory]
    [InlineData("opened", "opened")]
    [InlineData("reopened", "reopened")]
    [InlineData("synchronize", "synchronize")]
    [InlineData("labeled", "labeled")]
    [InlineData("labeled-in-another-case", "labeled")]
    [InlineData("unlabeled", "unlabeled")]
    [InlineData("edited-base-to-ours", "edited")]
    [InlineData("edited-base-away", "edited")]
    public void What_changes_what_a_merge_would_do_is_planned(string name, string action)
    {
        Recognise(name).ShouldBe(new PreviewOf(7, WebhookEvents.Head, action));
    }

    [Theory]
    [InlineData("leak", 42, "created")]
    [InlineData("leak-reopened", 42, "reopened")]
    [InlineData("leak-secret-half", 43, "created")]
    public void A_leaked_secret_of_AWS_is_ours_in_any_repository(string name, int alert, string action) =>
        Recognise(name).ShouldBe(new LeakOf("example-org/shop", alert, action));

    [Theory]
    [InlineData("leak-resolved", "alert of secret scanning, resolved")]
    [InlineData("leak-of-another-secret", "another secret, slack_api_token")]
    [InlineData("closed-unmerged", "without merging")]
    [InlineData("merge-of-another-branch", "develop")]
    [InlineData("merge-in-another-repository", "alphagov/something-else")]
    [InlineData("opened-for-another-branch", "another branch, develop")]
    [InlineData("labeled-otherwise", "another label")]
    [InlineData("edited-title", "not its base")]
    [InlineData("edited-base-elsewhere", "another branch, release")]
    [InlineData("assigned", "pull request assigned")]
    [InlineData("push", "do not listen")]
    [InlineData("ping", "ping")]
    public void What_is_not_ours_says_why(string name, string reason)
    {
        Recognise(name).ShouldBeOfType<NotOurs>().Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("signed-not-json", "application/json")]
    [InlineData("signed-form-encoded", "application/json")]
    [InlineData("signed-ping-not-json", "application/json")]
    [InlineData("signed-empty-body", "application/json")]
    [InlineData("signed-empty-list", "application/json")]
    [InlineData("signed-null", "action")]
    [InlineData("merged-is-text", "$.pull_request.merged")]
    [InlineData("no-pull-request", "lacks pull_request")]
    [InlineData("no-merge-commit", "merge_commit_sha")]
    [InlineData("merge-commit-is-no-commit", "merge_commit_sha")]
    [InlineData("opened-without-head", "head.sha")]
    [InlineData("leak-without-number", "alert.number")]
    public void What_GitHub_does_not_send_is_malformed(string name, string what)
    {
        Recognise(name).ShouldBeOfType<Malformed>().What.ShouldContain(what);
    }

    [Fact]
    public void The_branch_is_compared_with_its_case_because_git_does()
    {
        var delivery = Delivery.Of(WebhookEvents.Read("merge"));

        new Recognition(WebhookEvents.Repository, "Master").Of(delivery.Event, delivery.Body.Span).ShouldBeOfType<NotOurs>();
    }

    [Theory]
    [InlineData("""{}""", "action")]
    [InlineData("""{"action":"closed"}""", "repository.full_name")]
    [InlineData("""{"action":"closed","repository":{"full_name":"REPO"},"pull_request":{}}""", "pull_request.merged")]
    [InlineData("""{"action":"opened","repository":{"full_name":"REPO"}}""", "pull_request")]
    [InlineData("""{"action":"opened","repository":{"full_name":"REPO"},"pull_request":{}}""", "pull_request.base.ref")]
    [InlineData("""{"action":"opened","repository":{"full_name":"REPO"},"pull_request":{"base":{"ref":"master"}}}""", "pull_request.number")]
    [InlineData("""{"action":"opened","repository":{"full_name":"REPO"},"pull_request":{"base":{"ref":"master"},"number":7}}""", "pull_request.head.sha")]
    [InlineData("""{"action":"closed","repository":{"full_name":"REPO"},"pull_request":{"merged":true}}""", "pull_request.base.ref")]
    [InlineData("""{"action":"closed","repository":{"full_name":"REPO"},"pull_request":{"merged":true,"base":{"ref":"master"}}}""", "pull_request.number")]
    [InlineData("""{"action":"closed","repository":{"full_name":"REPO"},"pull_request":{"merged":true,"base":{"ref":"master"},"number":-1}}""", "pull_request.number")]
    public void Each_field_that_is_missing_is_named(string body, string field)
    {
        Ours.Of("pull_request", System.Text.Encoding.UTF8.GetBytes(body.Replace("REPO", WebhookEvents.Repository)))
            .ShouldBeOfType<Malformed>().What.ShouldContain($"lacks {field}");
    }

    [Theory]
    [InlineData("""{}""", "action")]
    [InlineData("""{"action":"created"}""", "repository.full_name")]
    [InlineData("""{"action":"created","repository":{"full_name":"../../user"}}""", "repository.full_name")]
    [InlineData("""{"action":"created","repository":{"full_name":"a/b?c"}}""", "repository.full_name")]
    [InlineData("""{"action":"created","repository":{"full_name":"a/b"}}""", "alert")]
    [InlineData("""{"action":"created","repository":{"full_name":"a/b"},"alert":{"number":0}}""", "alert.number")]
    public void Each_field_of_an_alert_that_is_missing_is_named(string body, string field) =>
        Ours.Of("secret_scanning_alert", System.Text.Encoding.UTF8.GetBytes(body)).ShouldBeOfType<Malformed>().What.ShouldContain($"lacks {field}");

    [Fact]
    public void An_alert_without_a_type_is_looked_up() =>
        Ours.Of("secret_scanning_alert", """{"action":"publicly_leaked","repository":{"full_name":"a/b"},"alert":{"number":1}}"""u8).ShouldBe(new LeakOf("a/b", 1, "publicly_leaked"));

    private static Recognised Recognise(string name)
    {
        var delivery = Delivery.Of(WebhookEvents.Read(name));
        return Ours.Of(delivery.Event, delivery.Body.Span);
    }
}
