using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Lambda.Annotations;
using Gatehouse.Keys.Rotation;
using Gatehouse.Membership;

namespace Gatehouse.Cdk.Tests;

/// <summary>The state machines say the names of functions and exceptions as text: each must exist.</summary>
public sealed partial class WorkflowTests
{
    private static readonly Assembly Functions = typeof(MembershipFunctions).Assembly;

    private static readonly HashSet<string> FunctionNames =
        [.. Functions.GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(LambdaFunctionAttribute))).Select(method => method.Name)];

    private static readonly HashSet<string> ExceptionNames =
        [.. Functions.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("AWSSDK.", StringComparison.Ordinal)).Select(Assembly.Load).Append(Functions)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(Exception)) && !type.IsAbstract)
            .Select(type => type.Name)];

    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Folder, "*.asl.json").Select(Path.GetFileName).OfType<string>()];

    private static string Folder => Path.Combine(Repository.Root, "cdk", "Workflows");

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_task_calls_a_real_function(string workflow)
    {
        var tasks = Objects(Read(workflow)).Where(state => state["Type"]?.GetValue<string>() == "Task").ToList();

        tasks.ShouldNotBeEmpty();
        foreach (var task in tasks)
        {
            task["Resource"]!.GetValue<string>().ShouldBe("arn:aws:states:::lambda:invoke");
            var called = Placeholder().Match(task["Parameters"]!["FunctionName"]!.GetValue<string>());
            called.Success.ShouldBeTrue(task.ToJsonString());
            FunctionNames.ShouldContain(called.Groups[1].Value);
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_error_is_a_real_exception_or_reserved_by_AWS(string workflow)
    {
        var errors = Objects(Read(workflow)).Select(one => one["ErrorEquals"]).OfType<JsonArray>().SelectMany(names => names).Select(name => name!.GetValue<string>()).ToList();

        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => Reserved().IsMatch(error) || ExceptionNames.Contains(error));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_task_is_tried_again(string workflow) =>
        Objects(Read(workflow)).Where(state => state["Type"]?.GetValue<string>() == "Task")
            .ShouldAllBe(task => task["Retry"]!.AsArray().Any(retry => retry!["ErrorEquals"]![0]!.GetValue<string>() == "States.ALL"));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void One_persons_failure_stops_nobody_else(string workflow)
    {
        foreach (var map in Objects(Read(workflow)).Where(state => state["Type"]?.GetValue<string>() == "Map"))
        {
            map["ToleratedFailurePercentage"]!.GetValue<double>().ShouldBe(100);
            map["MaxConcurrency"]!.GetValue<int>().ShouldBeInRange(1, 40);
        }
    }

    [Fact]
    public void A_deploy_key_that_is_half_written_is_written_anew_for_hours()
    {
        var retry = Objects(Read("deploy-keys.asl.json")).Single(one => one["ErrorEquals"]?[0]?.GetValue<string>() == nameof(SecretsHalfWrittenException) && one.ContainsKey("MaxAttempts"));
        var (first, rate, most) = (retry["IntervalSeconds"]!.GetValue<double>(), retry["BackoffRate"]!.GetValue<double>(), retry["MaxDelaySeconds"]!.GetValue<double>());
        var seconds = Enumerable.Range(0, retry["MaxAttempts"]!.GetValue<int>()).Sum(attempt => Math.Min(first * Math.Pow(rate, attempt), most));

        // Full jitter takes half of it on the average.
        TimeSpan.FromSeconds(seconds / 2).ShouldBeGreaterThan(TimeSpan.FromHours(3));
        first.ShouldBe(1);
    }

    private static JsonNode Read(string workflow) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, workflow)))!;

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(property => Objects(property.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };

    [GeneratedRegex(@"^\$\{(\w+)\}$")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(States\.\w+|Lambda\.\w+|Runtime\.ExitError|Sandbox\.Timedout)$")]
    private static partial Regex Reserved();
}
