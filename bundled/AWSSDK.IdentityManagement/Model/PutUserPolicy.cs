using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class PutUserPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public PutUserPolicyRequest() { }

    public PutUserPolicyRequest(string userName, string policyName, string policyDocument)
    {
        UserName = userName;
        PolicyName = policyName;
        PolicyDocument = policyDocument;
    }

    public string UserName { get; set; }

    public string PolicyName { get; set; }

    public string PolicyDocument { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PolicyName), PolicyName);
        form.Add(nameof(PolicyDocument), PolicyDocument);
    }
}

public class PutUserPolicyResponse : AmazonWebServiceResponse;
