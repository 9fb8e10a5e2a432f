using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Gatehouse.Local.Commands;

/// <summary><c>invoke</c>: one function, once, through the running world's Invoke API; answers 1 when the function failed.</summary>
public static class InvokeCommand
{
    public static Command Create()
    {
        var function = new Argument<string>("function") { Description = "The function's name: ReceiveWebhook, PlanMembership, …" };
        var file = new Argument<FileInfo>("event") { Description = "A file that holds the event as JSON." };
        var name = WorldName.Option();
        var command = new Command("invoke", "Invoke one function with an event.") { function, file.AcceptExistingOnly(), name };
        command.SetAction((arguments, cancellation) => RunAsync(
            RunningWorld.Find(arguments.GetRequiredValue(name)), arguments.GetRequiredValue(function), arguments.GetRequiredValue(file), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(RunningWorld world, string function, FileInfo file, CancellationToken cancellation)
    {
        var deployed = function.StartsWith("gatehouse-", StringComparison.Ordinal) ? function : $"gatehouse-{function}";
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(16) };
        var sample = SampleDelivery.SignedFor(world.WebhookSecret, await File.ReadAllTextAsync(file.FullName, cancellation));
        using var body = new StringContent(sample, new MediaTypeHeaderValue("application/json"));
        using var response = await http.PostAsync(new Uri(world.Aws, $"2015-03-31/functions/{deployed}/invocations"), body, cancellation);
        var answer = await response.Content.ReadAsStringAsync(cancellation);
        Console.WriteLine(Pretty(answer));
        if (!response.IsSuccessStatusCode)
        {
            await Console.Error.WriteLineAsync($"The world answered {(int)response.StatusCode} for {deployed}.");
            return 1;
        }

        return response.Headers.Contains("X-Amz-Function-Error") ? 1 : 0;
    }

    private static string Pretty(string answer) => answer.Length == 0 ? "" : JsonNode.Parse(answer)?.ToJsonString(new() { WriteIndented = true }) ?? "null";
}
