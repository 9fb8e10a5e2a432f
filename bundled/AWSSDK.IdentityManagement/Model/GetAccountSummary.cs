using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetAccountSummaryRequest : AmazonIdentityManagementServiceRequest;

public class GetAccountSummaryResponse : AmazonWebServiceResponse, IXmlShape
{
    public Dictionary<string, int> SummaryMap { get; set; } = Fresh.Dictionary<string, int>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(SummaryMap)) SummaryMap = xml.Numbers();
    }
}
