using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetAccessKeyLastUsedRequest : AmazonIdentityManagementServiceRequest
{
    public string AccessKeyId { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(AccessKeyId), AccessKeyId);
}

public class GetAccessKeyLastUsedResponse : AmazonWebServiceResponse, IXmlShape
{
    public string UserName { get; set; }

    public AccessKeyLastUsed AccessKeyLastUsed { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(AccessKeyLastUsed): AccessKeyLastUsed = xml.Shape<AccessKeyLastUsed>(); break;
        }
    }
}
