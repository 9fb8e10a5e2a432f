using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListSSHPublicKeysRequest : AmazonIdentityManagementServiceRequest
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

public class ListSSHPublicKeysResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<SSHPublicKeyMetadata> SSHPublicKeys { get; set; } = Fresh.List<SSHPublicKeyMetadata>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(SSHPublicKeys): SSHPublicKeys = xml.Shapes<SSHPublicKeyMetadata>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListSSHPublicKeysPaginator
{
    IPaginatedEnumerable<ListSSHPublicKeysResponse> Responses { get; }

    IPaginatedEnumerable<SSHPublicKeyMetadata> SSHPublicKeys { get; }
}
