namespace Gatehouse.Account;

/// <summary>What CloudFormation asks of a custom resource; it waits for the answer at <see cref="ResponseURL"/>, which whoever knows it may answer: it is a secret.</summary>
/// <param name="RequestType"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="ResponseURL">A pre-signed address that takes one PUT without a content type.</param>
/// <param name="StackId">The stack that is deployed.</param>
/// <param name="RequestId">The same each time that the request is delivered.</param>
/// <param name="LogicalResourceId">The resource's name in the template.</param>
public sealed record CustomResourceRequest(string RequestType, string ResponseURL, string StackId, string RequestId, string LogicalResourceId)
{
    /// <summary>What the resource was called in an earlier answer; null when it is created.</summary>
    public string? PhysicalResourceId { get; init; }

    // A record would print its address.
    public override string ToString() => $"{RequestType} of {LogicalResourceId}";
}
