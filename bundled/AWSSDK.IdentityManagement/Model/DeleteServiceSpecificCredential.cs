using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteServiceSpecificCredentialRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string ServiceSpecificCredentialId { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(ServiceSpecificCredentialId), ServiceSpecificCredentialId);
    }
}

public class DeleteServiceSpecificCredentialResponse : AmazonWebServiceResponse;
