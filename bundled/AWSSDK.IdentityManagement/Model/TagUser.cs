using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class TagUserRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Each(nameof(Tags), Tags, (name, tag) => tag.Write(form, name));
    }
}

public class TagUserResponse : AmazonWebServiceResponse;
