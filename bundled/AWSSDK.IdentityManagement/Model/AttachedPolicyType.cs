using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AttachedPolicyType : IXmlShape
{
    public string PolicyName { get; set; }

    public string PolicyArn { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(PolicyName): PolicyName = xml.Text(); break;
            case nameof(PolicyArn): PolicyArn = xml.Text(); break;
        }
    }
}
