using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreatePolicyRequest : AmazonIdentityManagementServiceRequest
{
    public string PolicyName { get; set; }

    public string Path { get; set; }

    public string PolicyDocument { get; set; }

    public string Description { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(PolicyName), PolicyName);
        form.Add(nameof(Path), Path);
        form.Add(nameof(PolicyDocument), PolicyDocument);
        form.Add(nameof(Description), Description);
        form.Each(nameof(Tags), Tags, (name, tag) => tag.Write(form, name));
    }
}

public class CreatePolicyResponse : AmazonWebServiceResponse, IXmlShape
{
    public ManagedPolicy Policy { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(Policy)) Policy = xml.Shape<ManagedPolicy>();
    }
}
