using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UploadSSHPublicKeyRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string SSHPublicKeyBody { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(SSHPublicKeyBody), SSHPublicKeyBody);
    }
}

public class UploadSSHPublicKeyResponse : AmazonWebServiceResponse, IXmlShape
{
    public SSHPublicKey SSHPublicKey { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(SSHPublicKey)) SSHPublicKey = xml.Shape<SSHPublicKey>();
    }
}
