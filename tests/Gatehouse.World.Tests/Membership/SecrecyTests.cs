using System.Net.Http.Json;
using System.Text;
using Amazon.S3.Model;
using Amazon.StepFunctions.Model;

namespace Gatehouse.World.Tests.Membership;

/// <summary>A first password is in the mail and nowhere else.</summary>
[Collection(SharedWorld.Name)]
public sealed class SecrecyTests(WorldFixture world) : IAsyncLifetime, IDisposable
{
    private readonly RegisterClient register = new(world);
    private readonly AwsClients aws = new(world);

    public Task InitializeAsync() => world.ClearFaultsAsync();

    public Task DisposeAsync() => world.ClearFaultsAsync();

    [Fact]
    public async Task No_password_is_found_in_the_ledger_the_plans_the_run_history_the_logs_Slack_or_the_comments()
    {
        await world.FailAsync("ses", "SendEmail", "TooManyRequestsException");
        var merged = await register.AddAsync("secret.one", "secret.two");
        await world.RunOfAsync(merged);
        var passwords = (await world.MailsAsync()).Where(mail => mail.Text.Contains("Password: ", StringComparison.Ordinal)).Select(mail => mail.Password).ToList();
        passwords.Count.ShouldBeGreaterThanOrEqualTo(2);

        var places = new Dictionary<string, string>
        {
            ["ledger"] = await LedgerAsync(),
            ["plans and results"] = await PlansAsync(),
            ["run history"] = await HistoryAsync(),
            ["logs"] = await LogsAsync(),
            ["Slack"] = string.Join('\n', (await world.SlackAsync()).Select(message => message.Text)),
            ["comments"] = string.Join('\n', await register.CommentsAsync(merged.Number, marker: "")),
        };

        foreach (var (place, text) in places)
        {
            text.ShouldContain(place == "run history" ? merged.RunName : "secret.", customMessage: $"The {place} should tell of the people, or this test searches the wrong place.");
            passwords.ShouldAllBe(password => !text.Contains(password, StringComparison.Ordinal), $"in the {place}");
        }
    }

    public void Dispose()
    {
        register.Dispose();
        aws.Dispose();
    }

    private async Task<string> LedgerAsync() =>
        string.Join('\n', (await aws.LedgerItemsAsync()).Select(item => string.Join(' ', item.Select(pair => $"{pair.Key}={pair.Value.S}{pair.Value.N}"))));

    private async Task<string> PlansAsync()
    {
        var bucket = (await aws.S3.ListBucketsAsync()).Buckets.Single(one => one.BucketName.Contains("plan", StringComparison.OrdinalIgnoreCase)).BucketName;
        var text = new StringBuilder();
        await foreach (var found in aws.S3.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).S3Objects)
        {
            using var content = await aws.S3.GetObjectAsync(bucket, found.Key);
            using var reader = new StreamReader(content.ResponseStream);
            text.AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    private async Task<string> HistoryAsync()
    {
        var text = new StringBuilder();
        foreach (var machine in (await aws.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest())).StateMachines)
        {
            var executions = await aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = machine.StateMachineArn });
            foreach (var execution in executions.Executions)
            {
                text.AppendLine(await aws.HistoryAsync(execution.ExecutionArn));
            }
        }

        return text.ToString();
    }

    private async Task<string> LogsAsync()
    {
        var text = new StringBuilder();
        foreach (var function in (await world.Web.GetFromJsonAsync<string[]>("api/logs"))!)
        {
            text.AppendLine(await world.Web.GetStringAsync(new Uri($"api/logs/{function}", UriKind.Relative)));
        }

        return text.ToString();
    }
}
