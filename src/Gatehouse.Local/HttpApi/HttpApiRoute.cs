using Gatehouse.Local.Deploy;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.HttpApi;

/// <summary>A route of the deployed HTTP API, such as <c>POST /github/webhook</c>, and the function behind it.</summary>
public sealed record HttpApiRoute(string Key, FunctionConfiguration Function, TimeSpan Timeout)
{
    /// <summary>What an HTTP API waits for its function when the integration names no time of its own.</summary>
    private const int LongestIntegration = 30_000;

    public string Method => Key.Split(' ')[0];

    public string Path => Key.Split(' ')[1];

    /// <summary>The routes of every stack's template: moto passes over HTTP APIs.</summary>
    public static IReadOnlyList<HttpApiRoute> ReadAll(IEnumerable<Deployment> stacks, Functions functions) =>
        [.. stacks.SelectMany(stack => stack.Stack.Resources("AWS::ApiGatewayV2::Route").Select(route => Read(stack, route.Value, functions)))];

    private static HttpApiRoute Read(Deployment stack, System.Text.Json.Nodes.JsonNode route, Functions functions)
    {
        // Target is integrations/<the integration's id>, which for a type that moto passes over is its logical id.
        var integration = stack.Resolve(route["Target"]).Split('/').Last();
        var properties = stack.Stack.Resources("AWS::ApiGatewayV2::Integration").First(candidate => candidate.Key == integration).Value;
        var arn = stack.Resolve(properties["IntegrationUri"]);
        return new(stack.Resolve(route["RouteKey"]), functions.Find(arn, stack.Stack.Region) ?? throw new WorldException($"The HTTP API's route leads to {arn}, which is not deployed."),
            TimeSpan.FromMilliseconds((int?)properties["TimeoutInMillis"] ?? LongestIntegration));
    }
}
