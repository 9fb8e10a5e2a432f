using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateLoginProfileRequest : AmazonIdentityManagementServiceRequest
{
    public CreateLoginProfileRequest() { }

    public CreateLoginProfileRequest(string userName, string password)
    {
        UserName = userName;
        Password = password;
    }

    public string UserName { get; set; }

    public string Password { get; set; }

    public bool? PasswordResetRequired { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(Password), Password);
        form.Add(nameof(PasswordResetRequired), PasswordResetRequired);
    }
}

public class CreateLoginProfileResponse : AmazonWebServiceResponse, IXmlShape
{
    public LoginProfile LoginProfile { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(LoginProfile)) LoginProfile = xml.Shape<LoginProfile>();
    }
}
