using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GroupDetail : IXmlShape
{
    public string Path { get; set; }

    public string GroupName { get; set; }

    public string GroupId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public List<PolicyDetail> GroupPolicyList { get; set; } = Fresh.List<PolicyDetail>();

    public List<AttachedPolicyType> AttachedManagedPolicies { get; set; } = Fresh.List<AttachedPolicyType>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(GroupName): GroupName = xml.Text(); break;
            case nameof(GroupId): GroupId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(GroupPolicyList): GroupPolicyList = xml.Shapes<PolicyDetail>(); break;
            case nameof(AttachedManagedPolicies): AttachedManagedPolicies = xml.Shapes<AttachedPolicyType>(); break;
        }
    }
}
