using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class PolicyDetail : IXmlShape
{
    public string PolicyName { get; set; }

    public string PolicyDocument { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(PolicyName): PolicyName = xml.Text(); break;
            case nameof(PolicyDocument): PolicyDocument = xml.Text(); break;
        }
    }
}
