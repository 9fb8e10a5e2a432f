using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UpdateAccessKeyRequest : AmazonIdentityManagementServiceRequest
{
    public UpdateAccessKeyRequest() { }

    public UpdateAccessKeyRequest(string accessKeyId, StatusType status)
    {
        AccessKeyId = accessKeyId;
        Status = status;
    }

    public string UserName { get; set; }

    public string AccessKeyId { get; set; }

    public StatusType Status { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(AccessKeyId), AccessKeyId);
        form.Add(nameof(Status), Status);
    }
}

public class UpdateAccessKeyResponse : AmazonWebServiceResponse;
