using System.Text.Json.Nodes;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace Gatehouse.Local.Commands;

/// <summary>Follows one merged pull request through the world: run, user, mail, end of the run.</summary>
public sealed class Onboarding(RunningWorld world, HttpClient http, IAmazonIdentityManagementService iam, string person, int pullRequest)
{
    /// <summary>Answers the run as it ended; null when none did.</summary>
    public async Task<JsonNode?> FollowAsync(Timeline timeline, CancellationToken cancellation)
    {
        await timeline.AwaitAsync("the run started", () => RunAsync(_ => true, cancellation), cancellation);
        await timeline.AwaitAsync("IAM has the user", () => UserAsync(cancellation), cancellation);
        await timeline.AwaitAsync("the mail arrived", () => MailAsync(cancellation), cancellation);
        return await timeline.AwaitAsync("the run ended", () => RunAsync(status => status != "RUNNING", cancellation), cancellation);
    }

    private async Task<JsonNode?> RunAsync(Func<string, bool> isWanted, CancellationToken cancellation) =>
        (await world.ListAsync(http, "runs", cancellation)).FirstOrDefault(run =>
            run!["name"]!.ToString().StartsWith($"merge-{pullRequest}-", StringComparison.Ordinal) && isWanted(run["status"]!.ToString()));

    private async Task<User?> UserAsync(CancellationToken cancellation)
    {
        try
        {
            return (await iam.GetUserAsync(new GetUserRequest { UserName = person }, cancellation)).User;
        }
        catch (NoSuchEntityException)
        {
            return null;
        }
    }

    private async Task<WelcomeMail?> MailAsync(CancellationToken cancellation) =>
        WelcomeMail.To(person, await world.ListAsync(http, "inbox", cancellation)) is [var first, ..] ? first : null;
}
