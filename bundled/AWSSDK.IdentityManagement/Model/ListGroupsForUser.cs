using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListGroupsForUserRequest : AmazonIdentityManagementServiceRequest
{
    public ListGroupsForUserRequest() { }

    public ListGroupsForUserRequest(string userName) => UserName = userName;

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

public class ListGroupsForUserResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<Group> Groups { get; set; } = Fresh.List<Group>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Groups): Groups = xml.Shapes<Group>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListGroupsForUserPaginator
{
    IPaginatedEnumerable<ListGroupsForUserResponse> Responses { get; }

    IPaginatedEnumerable<Group> Groups { get; }
}
