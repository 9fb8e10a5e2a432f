using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetUserRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class GetUserResponse : AmazonWebServiceResponse, IXmlShape
{
    public User User { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(User)) User = xml.Shape<User>();
    }
}
