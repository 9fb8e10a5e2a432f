using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace Gatehouse.Cdk.Constructs;

/// <summary>The policy of what people may do themselves (<see cref="PeopleStatements"/>), attached to a group that exists already.</summary>
internal sealed class PeoplePolicy : Construct
{
    public PeoplePolicy(Construct scope, DeploymentSettings settings)
        : base(scope, "PeoplePolicy")
    {
        _ = new ManagedPolicy(this, "Policy", new ManagedPolicyProps
        {
            ManagedPolicyName = NameIn(settings),
            // Another description would make another policy of the same name, which CloudFormation refuses.
            Description = "What people may do themselves, with and without MFA",
            Document = new PolicyDocument(new PolicyDocumentProps { Statements = [.. new PeopleStatements(this, settings).All()] }),
            Groups = settings.PeopleGroup is { } group ? [Group.FromGroupName(this, "Group", group)] : [],
        });
        if (Doubt(settings) is { } doubt)
            Annotations.Of(this).AddWarningV2("gatehouse:peopleGroup", doubt);
    }

    public static string NameIn(DeploymentSettings settings) => $"{settings.Name}-people";

    /// <summary>Why the policy may hold for fewer people than whoever deploys it thinks; null when nothing speaks for that.</summary>
    private static string? Doubt(DeploymentSettings settings) => settings.PeopleGroup switch
    {
        null => $"gatehouse.peopleGroup is not set, so that the policy {NameIn(settings)} is attached to nobody and nothing asks people for MFA: "
            + "write the group that everybody is in, such as \"peopleGroup\": \"CrossAccountAccess\".",
        { } group when !settings.Groups.Contains(group) => $"gatehouse.peopleGroup is {group}, which is not among gatehouse.groups: "
            + $"nobody whom Gatehouse adds carries the policy {NameIn(settings)}. Write {group} into groups too.",
        _ => null,
    };
}
