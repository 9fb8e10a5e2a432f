using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetAccountPasswordPolicyRequest : AmazonIdentityManagementServiceRequest;

public class GetAccountPasswordPolicyResponse : AmazonWebServiceResponse, IXmlShape
{
    public PasswordPolicy PasswordPolicy { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(PasswordPolicy)) PasswordPolicy = xml.Shape<PasswordPolicy>();
    }
}
