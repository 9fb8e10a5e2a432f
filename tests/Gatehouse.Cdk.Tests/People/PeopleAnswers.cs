using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Cdk.Tests.People;

/// <summary>The simulator's answers to all questions, by the policies of synthesised templates: what is asked is what is deployed.</summary>
public sealed class PeopleAnswers : IAsyncLifetime
{
    private static readonly JsonNode Administrator = JsonNode.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""")!;
    private static readonly JsonNode Operator = JsonNode.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/*"}]}""")!;
    private static readonly JsonNode Trust = JsonNode.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::111122223333:root"}}]}""")!;

    private readonly Dictionary<string, JsonNode> policies = new() { ["administrator"] = Administrator, ["operator"] = Operator };
    private Verdict[] verdicts = [];

    public JsonNode Policy(string name) => policies[name];

    public Verdict To(int question) => verdicts[question];

    /// <summary>What can be left out of a policy without a question noticing.</summary>
    internal async Task<IReadOnlyList<string>> UnnoticedAsync(string policy, IReadOnlyList<Shortened> shorter)
    {
        var asked = PeopleQuestions.All.Index().Where(row => row.Item.Question.Policy == policy).ToList();
        var verdicts = await AskAsync(
            policies.Concat(shorter.Select(change => KeyValuePair.Create(change.Without, change.Policy))),
            shorter.SelectMany(change => asked.Select(row => Asked(row.Item.Question, change.Without))));
        var now = asked.Select(row => To(row.Index)).ToList();
        return [.. shorter.Zip(verdicts.Chunk(asked.Count)).Where(change => change.Second.SequenceEqual(now)).Select(change => change.First.Without)];
    }

    public async Task InitializeAsync()
    {
        policies["prefix"] = Synthesised(_ => { });
        policies["exact"] = Synthesised(settings => settings["mfaNames"] = "exact");
        policies["addresses"] = Synthesised(settings => settings["allowedAddresses"] = new object[] { "192.0.2.0/24", "2001:db8::/32" });
        verdicts = await AskAsync(policies, PeopleQuestions.All.Select(row => Asked(row.Question, row.Question.Policy)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<Verdict[]> AskAsync(IEnumerable<KeyValuePair<string, JsonNode>> known, IEnumerable<JsonObject> questions)
    {
        var input = new JsonObject
        {
            ["policies"] = new JsonObject(known.Select(policy => KeyValuePair.Create(policy.Key, (JsonNode?)policy.Value.DeepClone()))),
            ["questions"] = new JsonArray([.. questions]),
        };
        return [.. JsonSerializer.Deserialize<string[]>(await Tool.PolicySimulator.AskAsync(input.ToJsonString()))!.Select(Read)];
    }

    private static JsonObject Asked(Question question, string policy) => new()
    {
        ["policies"] = new JsonArray([.. new[] { policy, Own(question.Who) }.OfType<string>().Select(name => JsonValue.Create(name))]),
        ["trust"] = question.On.StartsWith("role/", StringComparison.Ordinal) ? Trust.DeepClone() : null,
        ["principal"] = question.Principal,
        ["action"] = question.Action,
        ["resource"] = question.Resource,
        ["context"] = JsonSerializer.SerializeToNode(question.Context),
    };

    private static string? Own(string who) => who switch { "admin" => "administrator", "operator" => "operator", _ => null };

    private static Verdict Read(string verdict) => verdict switch
    {
        "Allowed" => Verdict.Allowed,
        "ImplicitlyDenied" => Verdict.NotGiven,
        "ExplicitlyDenied" => Verdict.Denied,
        _ => throw new InvalidOperationException($"The simulator answered {verdict}."),
    };

    private static JsonNode Synthesised(Action<Dictionary<string, object>> change)
    {
        using var synthesis = Synthesis.With(change);
        return synthesis.Template.Plain(synthesis.Template.Only("AWS::IAM::ManagedPolicy")["Properties"]!["PolicyDocument"]!);
    }
}
