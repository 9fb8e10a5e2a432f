using System.Text.Json.Serialization;

namespace Gatehouse.Account;

/// <summary>What CloudFormation is told of a custom resource: done, or not done and what to do about it.</summary>
/// <param name="Status"><c>SUCCESS</c> or <c>FAILED</c>.</param>
/// <param name="Reason">Shown to whoever deploys; CloudFormation wants one for a failure.</param>
/// <param name="PhysicalResourceId">Always the same, or CloudFormation would ask to delete the one before.</param>
/// <param name="StackId">As asked.</param>
/// <param name="RequestId">As asked.</param>
/// <param name="LogicalResourceId">As asked.</param>
public sealed record CustomResourceAnswer(string Status, string? Reason, string PhysicalResourceId, string StackId, string RequestId, string LogicalResourceId)
{
    public static CustomResourceAnswer Done(CustomResourceRequest request, string id) => To(request, "SUCCESS", null, id);

    public static CustomResourceAnswer Failed(CustomResourceRequest request, string id, string reason) => To(request, "FAILED", reason, id);

    private static CustomResourceAnswer To(CustomResourceRequest request, string status, string? reason, string id) =>
        new(status, reason, request.PhysicalResourceId ?? id, request.StackId, request.RequestId, request.LogicalResourceId);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomResourceAnswer))]
internal sealed partial class CustomResourceJson : JsonSerializerContext;
