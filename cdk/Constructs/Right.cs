using Amazon.CDK.AWS.IAM;

namespace Gatehouse.Cdk.Constructs;

/// <summary>One thing that a role may do: named actions on named resources.</summary>
internal static class Right
{
    public static PolicyStatement To(string sid, string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Sid = sid, Actions = actions, Resources = resources });

    public static PolicyStatement ToIf(string condition, string key, object value, string sid, string[] actions, params string[] resources)
    {
        var right = To(sid, actions, resources);
        right.AddCondition(condition, new Dictionary<string, object> { [key] = value });
        return right;
    }

    /// <summary>AWS offers no resources for X-Ray's writing actions: "*" is the only value that it takes.</summary>
    public static PolicyStatement Trace() => To("Trace", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*");
}
