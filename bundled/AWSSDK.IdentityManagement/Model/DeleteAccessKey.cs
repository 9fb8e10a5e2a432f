using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteAccessKeyRequest : AmazonIdentityManagementServiceRequest
{
    public DeleteAccessKeyRequest() { }

    public DeleteAccessKeyRequest(string accessKeyId) => AccessKeyId = accessKeyId;

    public string UserName { get; set; }

    public string AccessKeyId { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(AccessKeyId), AccessKeyId);
    }
}

public class DeleteAccessKeyResponse : AmazonWebServiceResponse;
