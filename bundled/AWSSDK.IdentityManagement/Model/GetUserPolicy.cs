using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetUserPolicyRequest : AmazonIdentityManagementServiceRequest
{
    public GetUserPolicyRequest() { }

    public GetUserPolicyRequest(string userName, string policyName)
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

public class GetUserPolicyResponse : AmazonWebServiceResponse, IXmlShape
{
    public string UserName { get; set; }

    public string PolicyName { get; set; }

    public string PolicyDocument { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(PolicyName): PolicyName = xml.Text(); break;
            case nameof(PolicyDocument): PolicyDocument = xml.Text(); break;
        }
    }
}
