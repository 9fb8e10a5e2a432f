using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteUserPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public DeleteUserPolicyRequest() { }

    public DeleteUserPolicyRequest(string userName, string policyName)
    {
        UserName = userName;
        PolicyName = policyName;
    }

    public string UserName { get; set; }

    public string PolicyName { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PolicyName), PolicyName);
    }
}

public class DeleteUserPolicyResponse : AmazonWebServiceResponse;
