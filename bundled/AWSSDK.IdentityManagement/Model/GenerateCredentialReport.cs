using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GenerateCredentialReportRequest : AmazonIdentityManagementServiceRequest;

public class GenerateCredentialReportResponse : AmazonWebServiceResponse, IXmlShape
{
    public ReportStateType State { get; set; }

    public string Description { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(State): State = xml.Text(); break;
            case nameof(Description): Description = xml.Text(); break;
        }
    }
}
