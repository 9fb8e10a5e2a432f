using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Local.Lambda;

namespace Gatehouse.Local.Deploy;

/// <summary>
/// Custom resources: moto's CloudFormation leaves a stack with one unfinished, so that the world asks their functions itself, as CloudFormation does: an
/// event that nobody waits for, and an address at which it waits for the answer.
/// </summary>
public sealed class CustomResources(World world)
{
    /// <summary>CloudFormation waits longer; nobody at a desk does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> awaited = new(StringComparer.Ordinal);

    /// <summary>The custom resources of a stack, by logical id.</summary>
    public static IEnumerable<KeyValuePair<string, JsonNode>> In(StackTemplate stack) => stack.Template["Resources"]!.AsObject()
        .Where(resource => (string)resource.Value!["Type"]! is var type && (type.StartsWith("Custom::", StringComparison.Ordinal) || type == "AWS::CloudFormation::CustomResource"))
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value!));

    /// <summary>Creates every custom resource of the stacks; refuses to start a world in which one failed, with the function's own reason.</summary>
    public async Task CreateAsync(IEnumerable<Deployment> deployments, CancellationToken cancellation)
    {
        foreach (var deployment in deployments)
        {
            foreach (var (id, resource) in In(deployment.Stack)) await CreateAsync(deployment, id, resource, cancellation);
        }
    }

    /// <summary>Takes an answer as the pre-signed address does: from whoever knows it, by PUT, and without a content type.</summary>
    public async Task<IResult> TakeAsync(string secret, HttpRequest request)
    {
        if (request.ContentType is { Length: > 0 } type || !awaited.TryGetValue(secret, out var answer))
            return Results.Text("SignatureDoesNotMatch", statusCode: StatusCodes.Status403Forbidden);

        using var reader = new StreamReader(request.Body);
        answer.TrySetResult(JsonNode.Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted))!.AsObject());
        return Results.Ok();
    }

    private async Task CreateAsync(Deployment deployment, string id, JsonNode resource, CancellationToken cancellation)
    {
        var token = deployment.Resolve(resource["Properties"]!["ServiceToken"]);
        var function = world.Functions.Find(token, deployment.Stack.Region) ?? throw new WorldException($"The custom resource {id} asks {token}, and there is no such function.");
        var secret = Randomness.Hex(16);
        var answer = awaited[secret] = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        new InvokeApi(world).InBackground(function, JsonSerializer.SerializeToUtf8Bytes(Request(deployment, id, resource, new Uri(Ports.Address(world.Ports.Web), $"/custom-resource/{secret}"))));
        var told = await AwaitAsync(answer.Task, id, function, cancellation);
        if ((string?)told["Status"] != "SUCCESS") throw new WorldException($"The custom resource {id} failed: {told["Reason"]}\nThe log of {function.Name} is in {world.Directories.Logs}.");
    }

    private async Task<JsonObject> AwaitAsync(Task<JsonObject> answer, string id, FunctionConfiguration function, CancellationToken cancellation)
    {
        try
        {
            return await answer.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            throw new WorldException($"The custom resource {id} was not answered within {Patience.TotalSeconds} s.\nThe log of {function.Name} is in {world.Directories.Logs}.");
        }
    }

    private static JsonObject Request(Deployment deployment, string id, JsonNode resource, Uri address) => new()
    {
        ["RequestType"] = "Create",
        ["ServiceToken"] = deployment.Resolve(resource["Properties"]!["ServiceToken"]),
        ["ResponseURL"] = address.ToString(),
        ["StackId"] = $"arn:aws:cloudformation:{deployment.Stack.Region}:{World.Account}:stack/{deployment.Stack.Name}/{Randomness.Identity()}",
        ["RequestId"] = Randomness.Identity().ToString(),
        ["LogicalResourceId"] = id,
        ["ResourceType"] = (string)resource["Type"]!,
        // CloudFormation hands every value over as text.
        ["ResourceProperties"] = new JsonObject(resource["Properties"]!.AsObject().Select(property => KeyValuePair.Create(property.Key, (JsonNode?)deployment.Resolve(property.Value)))),
    };
}
