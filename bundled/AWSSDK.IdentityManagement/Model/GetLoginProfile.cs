using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetLoginProfileRequest : AmazonIdentityManagementServiceRequest
{
    public GetLoginProfileRequest() { }

    public GetLoginProfileRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class GetLoginProfileResponse : AmazonWebServiceResponse, IXmlShape
{
    public LoginProfile LoginProfile { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(LoginProfile)) LoginProfile = xml.Shape<LoginProfile>();
    }
}
