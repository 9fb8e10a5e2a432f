using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.StepFunctions;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The role as which EventBridge starts runs of one machine. It may do nothing else.</summary>
internal static class StarterRole
{
    public static IRole Of(Construct scope, StateMachine machine, string description) => new Role(scope, "Role", new RoleProps
    {
        AssumedBy = new ServicePrincipal("events.amazonaws.com"),
        Description = description,
        InlinePolicies = new Dictionary<string, PolicyDocument>
        {
            ["rights"] = new(new PolicyDocumentProps { Statements = [Right.To("StartRuns", ["states:StartExecution"], machine.StateMachineArn)] }),
        },
    }).WithoutPolicyUpdates();
}
