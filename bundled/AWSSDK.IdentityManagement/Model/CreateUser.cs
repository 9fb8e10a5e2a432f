using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateUserRequest : AmazonIdentityManagementServiceRequest
{
    public CreateUserRequest() { }

    public CreateUserRequest(string userName) => UserName = userName;

    public string Path { get; set; }

    public string UserName { get; set; }

    public string PermissionsBoundary { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(Path), Path);
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PermissionsBoundary), PermissionsBoundary);
        form.Each(nameof(Tags), Tags, (name, tag) => tag.Write(form, name));
    }
}

public class CreateUserResponse : AmazonWebServiceResponse, IXmlShape
{
    public User User { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(User)) User = xml.Shape<User>();
    }
}
