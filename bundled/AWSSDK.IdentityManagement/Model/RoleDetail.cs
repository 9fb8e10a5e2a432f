using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class RoleDetail : IXmlShape
{
    public string Path { get; set; }

    public string RoleName { get; set; }

    public string RoleId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public string AssumeRolePolicyDocument { get; set; }

    public List<InstanceProfile> InstanceProfileList { get; set; } = Fresh.List<InstanceProfile>();

    public List<PolicyDetail> RolePolicyList { get; set; } = Fresh.List<PolicyDetail>();

    public List<AttachedPolicyType> AttachedManagedPolicies { get; set; } = Fresh.List<AttachedPolicyType>();

    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    public RoleLastUsed RoleLastUsed { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(RoleName): RoleName = xml.Text(); break;
            case nameof(RoleId): RoleId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(AssumeRolePolicyDocument): AssumeRolePolicyDocument = xml.Text(); break;
            case nameof(InstanceProfileList): InstanceProfileList = xml.Shapes<InstanceProfile>(); break;
            case nameof(RolePolicyList): RolePolicyList = xml.Shapes<PolicyDetail>(); break;
            case nameof(AttachedManagedPolicies): AttachedManagedPolicies = xml.Shapes<AttachedPolicyType>(); break;
            case nameof(PermissionsBoundary): PermissionsBoundary = xml.Shape<AttachedPermissionsBoundary>(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
            case nameof(RoleLastUsed): RoleLastUsed = xml.Shape<RoleLastUsed>(); break;
        }
    }
}
