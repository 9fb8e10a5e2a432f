using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListUserTagsRequest : AmazonIdentityManagementServiceRequest
{
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

public class ListUserTagsResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListUserTagsPaginator
{
    IPaginatedEnumerable<ListUserTagsResponse> Responses { get; }

    IPaginatedEnumerable<Tag> Tags { get; }
}
