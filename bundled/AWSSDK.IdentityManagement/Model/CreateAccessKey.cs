using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateAccessKeyRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class CreateAccessKeyResponse : AmazonWebServiceResponse, IXmlShape
{
    public AccessKey AccessKey { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(AccessKey)) AccessKey = xml.Shape<AccessKey>();
    }
}
