using System.Text.Json;

namespace Gatehouse.Account;

/// <summary>What CloudFormation asks of a custom resource; it waits for the answer at <see cref="ResponseURL"/>.</summary>
public sealed record CustomResourceRequest(string RequestType, string ResponseURL, string StackId, string RequestId, string LogicalResourceId)
{
    public string? PhysicalResourceId { get; init; }

    public JsonElement? ResourceProperties { get; init; }
}
