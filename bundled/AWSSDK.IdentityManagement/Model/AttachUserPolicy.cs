using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AttachUserPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string PolicyArn { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PolicyArn), PolicyArn);
    }
}

public class AttachUserPolicyResponse : AmazonWebServiceResponse;
