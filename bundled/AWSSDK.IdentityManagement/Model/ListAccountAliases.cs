using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListAccountAliasesRequest : AmazonIdentityManagementServiceRequest
{
    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListAccountAliasesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<string> AccountAliases { get; set; } = Fresh.List<string>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(AccountAliases): AccountAliases = xml.Texts(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListAccountAliasesPaginator
{
    IPaginatedEnumerable<ListAccountAliasesResponse> Responses { get; }

    IPaginatedEnumerable<string> AccountAliases { get; }
}
