using SystemTextJson = Amazon.Lambda.Serialization.SystemTextJson;

namespace Amazon.Lambda.Tests.House;

/// <summary>The stand-ins offer types of the released packages, each whole and nothing else: bundled/api/Amazon.Lambda.txt lists them.</summary>
public class SurfaceTests
{
    // The only types left out on purpose, so that nobody forgets one: Gatehouse uses none of them.
    private static readonly string[] _leftOut =
    [
        "Amazon.Lambda.Annotations.APIGateway: class FunctionUrlAttribute : Attribute",
        "Amazon.Lambda.Annotations.APIGateway: enum FunctionUrlAuthType",
        "Amazon.Lambda.Annotations: class DurableExecutionAttribute : Attribute",
        "Amazon.Lambda.CloudWatchEvents: class NameValue",
        "Amazon.Lambda.Core: static class LambdaLogger",
        "Amazon.Lambda.Core: static class SnapshotRestore",
        "Amazon.Lambda.Core: class StructuredLoggingOptions",
        "Amazon.Lambda.RuntimeSupport: interface IRuntimeApiClient",
        "Amazon.Lambda.Serialization.SystemTextJson: class LambdaJsonSerializer : ILambdaSerializer",
    ];

    private static readonly Dictionary<string, List<string>> _listed =
        Surface.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Amazon.Lambda.txt")));

    private static readonly Dictionary<string, List<string>> _offered = new[]
    {
        typeof(Core.ILambdaContext), typeof(Annotations.LambdaFunctionAttribute), typeof(RuntimeSupport.LambdaBootstrap), typeof(SystemTextJson.AwsNamingPolicy),
        typeof(APIGatewayEvents.APIGatewayHttpApiV2ProxyRequest), typeof(CloudWatchEvents.CloudWatchEvent<>), typeof(SQSEvents.SQSEvent), typeof(TestUtilities.TestLambdaContext),
    }.SelectMany(type => Surface.Of(type.Assembly)).ToDictionary();

    public static TheoryData<string> Offered() => [.. _offered.Keys];

    [Theory]
    [MemberData(nameof(Offered))]
    public void A_type_that_is_offered_is_offered_whole_and_has_nothing_more(string type)
    {
        _listed.ShouldContainKey(type);
        _offered[type].Order(StringComparer.Ordinal).ShouldBe(_listed[type].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_Gatehouse_does_not_use_is_left_out() => _listed.Keys.Except(_offered.Keys).ShouldBe(_leftOut, ignoreOrder: true);

    [Fact]
    public void The_generator_shows_nothing_but_itself() =>
        typeof(Annotations.SourceGenerator.LambdaGenerator).Assembly.GetExportedTypes().Select(type => type.Name)
            .ShouldBe([nameof(Annotations.SourceGenerator.LambdaGenerator)]);
}
