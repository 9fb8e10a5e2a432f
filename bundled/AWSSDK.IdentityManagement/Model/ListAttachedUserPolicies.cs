using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListAttachedUserPoliciesRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string PathPrefix { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PathPrefix), PathPrefix);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListAttachedUserPoliciesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<AttachedPolicyType> AttachedPolicies { get; set; } = Fresh.List<AttachedPolicyType>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(AttachedPolicies): AttachedPolicies = xml.Shapes<AttachedPolicyType>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListAttachedUserPoliciesPaginator
{
    IPaginatedEnumerable<ListAttachedUserPoliciesResponse> Responses { get; }

    IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies { get; }
}
