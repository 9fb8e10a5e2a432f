using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListUserPoliciesRequest : AmazonIdentityManagementServiceRequest
{
    public ListUserPoliciesRequest() { }

    public ListUserPoliciesRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListUserPoliciesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<string> PolicyNames { get; set; } = Fresh.List<string>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(PolicyNames): PolicyNames = xml.Texts(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListUserPoliciesPaginator
{
    IPaginatedEnumerable<ListUserPoliciesResponse> Responses { get; }

    IPaginatedEnumerable<string> PolicyNames { get; }
}
