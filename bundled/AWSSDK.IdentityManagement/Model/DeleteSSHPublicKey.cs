using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteSSHPublicKeyRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string SSHPublicKeyId { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(SSHPublicKeyId), SSHPublicKeyId);
    }
}

public class DeleteSSHPublicKeyResponse : AmazonWebServiceResponse;
