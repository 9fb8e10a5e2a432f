using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UserDetail : IXmlShape
{
    public string Path { get; set; }

    public string UserName { get; set; }

    public string UserId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public List<PolicyDetail> UserPolicyList { get; set; } = Fresh.List<PolicyDetail>();

    public List<string> GroupList { get; set; } = Fresh.List<string>();

    public List<AttachedPolicyType> AttachedManagedPolicies { get; set; } = Fresh.List<AttachedPolicyType>();

    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(UserId): UserId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(UserPolicyList): UserPolicyList = xml.Shapes<PolicyDetail>(); break;
            case nameof(GroupList): GroupList = xml.Texts(); break;
            case nameof(AttachedManagedPolicies): AttachedManagedPolicies = xml.Shapes<AttachedPolicyType>(); break;
            case nameof(PermissionsBoundary): PermissionsBoundary = xml.Shape<AttachedPermissionsBoundary>(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
        }
    }
}
