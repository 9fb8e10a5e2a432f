using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetAccountAuthorizationDetailsRequest : AmazonIdentityManagementServiceRequest
{
    public List<string> Filter { get; set; } = Fresh.List<string>();

    public int? MaxItems { get; set; }

    public string Marker { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(Filter), Filter);
        form.Add(nameof(MaxItems), MaxItems);
        form.Add(nameof(Marker), Marker);
    }
}

public class GetAccountAuthorizationDetailsResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<UserDetail> UserDetailList { get; set; } = Fresh.List<UserDetail>();

    public List<GroupDetail> GroupDetailList { get; set; } = Fresh.List<GroupDetail>();

    public List<RoleDetail> RoleDetailList { get; set; } = Fresh.List<RoleDetail>();

    public List<ManagedPolicyDetail> Policies { get; set; } = Fresh.List<ManagedPolicyDetail>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserDetailList): UserDetailList = xml.Shapes<UserDetail>(); break;
            case nameof(GroupDetailList): GroupDetailList = xml.Shapes<GroupDetail>(); break;
            case nameof(RoleDetailList): RoleDetailList = xml.Shapes<RoleDetail>(); break;
            case nameof(Policies): Policies = xml.Shapes<ManagedPolicyDetail>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IGetAccountAuthorizationDetailsPaginator
{
    IPaginatedEnumerable<GetAccountAuthorizationDetailsResponse> Responses { get; }

    IPaginatedEnumerable<UserDetail> UserDetailList { get; }

    IPaginatedEnumerable<GroupDetail> GroupDetailList { get; }

    IPaginatedEnumerable<RoleDetail> RoleDetailList { get; }

    IPaginatedEnumerable<ManagedPolicyDetail> Policies { get; }
}
