using System.Text.Json.Nodes;
using Gatehouse.Local.Events;

namespace Gatehouse.Cdk.Tests;

/// <summary>Every sample of an event that AWS tells, put through the patterns that are deployed: which of them reaches a queue or starts a run, and which does not.</summary>
[Collection(Synthesised.Name)]
public sealed class EventPatternsTests(Synthesis synthesis)
{
    private const string Mfa = "gatehouse-mfa-events", Root = "gatehouse-root-events", Leaks = "gatehouse-leaks", Nowhere = "nowhere";

    private static readonly string Events = Path.Combine(Repository.Root, "events");

    /// <summary>What is not named here goes to the queue of its folder's own kind.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["iam/CreateAccessKey/by-a-user.json"] = Nowhere,
        ["health/AWS_IAM_OPERATIONAL_NOTIFICATION/not-watched.json"] = Nowhere,
        ["health/AWS_RISK_CREDENTIALS_EXPOSED/of-iam.json"] = Leaks,
        ["health/AWS_RISK_CREDENTIALS_EXPOSED/of-the-service-risk.json"] = Leaks,
        ["signin/ConsoleLogin/of-an-iam-user.json"] = Nowhere,
        ["signin/ConsoleLogin/of-an-unknown-user.json"] = Nowhere,
        ["iam/CreateVirtualMFADevice/by-root.json"] = Root,
        ["iam/EnableMFADevice/root.json"] = Root,
        ["iam/DeactivateMFADevice/root.json"] = Root,
        ["iam/DeleteVirtualMFADevice/root.json"] = Root,
        ["iam/ResyncMFADevice/root.json"] = Root,
        ["iam/CreateAccessKey/root.json"] = Root,
        ["iam/UpdateAccessKey/root.json"] = Root,
        ["iam/DeleteAccessKey/root.json"] = Root,
    };

    private static readonly string[] Sources = ["iam", "signin", "gatehouse", "health"];

    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var file in Sources.SelectMany(source => Directory.EnumerateFiles(Path.Combine(Events, source), "*", SearchOption.AllDirectories)).Select(file => Path.GetRelativePath(Events, file)))
                samples.Add(file, Exceptions.GetValueOrDefault(file) ?? (file.StartsWith("iam/", StringComparison.Ordinal) ? Mfa : Root));
            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_event_of_this_account_reaches_its_queue_once_or_not_at_all(string file, string queue) =>
        Ways(In("111122223333", file), synthesis.Global).ShouldBe(queue == Nowhere ? [] : [queue], file);

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_event_of_another_account_reaches_the_queue_of_root_events_a_run_about_a_leaked_key_or_nothing(string file, string queue) =>
        Ways(In("123456789012", file), synthesis.Member).ShouldBe(queue is Root or Leaks ? [queue] : [], file);

    [Theory]
    [InlineData("a person's device", "iam/CreateVirtualMFADevice/wrong-name.json")]
    public void What_another_account_of_the_organisation_puts_on_the_home_bus_itself_is_not_taken_for_ours(string what, string file) =>
        Arriving(In("123456789012", file)).ShouldBeEmpty(what);

    [Fact]
    public void A_sample_of_every_watched_event_is_there()
    {
        var watched = synthesis.Global.Of("AWS::Events::Rule").Select(one => one.Resource["Properties"]!["EventPattern"]!)
            .SelectMany(pattern => pattern["detail"]?["eventName"]?.AsArray().Select(name => $"{pattern["source"]![0]!.ToString().Split('.')[1]}/{name}") ?? []);

        watched.Distinct().ShouldAllBe(name => Directory.Exists(Path.Combine(Events, name)));
    }

    /// <summary>The queues that an event reaches through a stack's rules and those of the home bus.</summary>
    private List<string> Ways(JsonObject occurred, Template from) =>
        [.. from.Of("AWS::Events::Rule").Where(rule => Matches(from, rule.Resource, occurred)).SelectMany(_ => Arriving(occurred))];

    private List<string> Arriving(JsonObject occurred) => [.. synthesis.Template.Of("AWS::Events::Rule")
        .Where(rule => rule.Resource["Properties"]!["EventBusName"] is not null && Matches(synthesis.Template, rule.Resource, occurred))
        .Select(rule => synthesis.Template.Text(rule.Resource["Properties"]!["Targets"]![0]!["Arn"]).Split(':')[^1])];

    private static bool Matches(Template template, JsonObject rule, JsonObject occurred)
    {
        var pattern = rule["Properties"]!["EventPattern"]!.DeepClone().AsObject();
        if (pattern["account"] is JsonArray accounts)
            pattern["account"] = new JsonArray([.. accounts.Select(account => JsonValue.Create(template.Text(account)))]);
        return EventPattern.Matches(pattern, occurred);
    }

    private static JsonObject In(string account, string file)
    {
        var occurred = JsonNode.Parse(File.ReadAllText(Path.Combine(Events, file)))!.AsObject();
        occurred["account"] = account;
        return occurred;
    }
}
