using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class GetCredentialReportRequest : AmazonIdentityManagementServiceRequest;

public class GetCredentialReportResponse : AmazonWebServiceResponse, IXmlShape
{
    public MemoryStream Content { get; set; }

    public ReportFormatType ReportFormat { get; set; }

    public DateTime? GeneratedTime { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Content): Content = xml.Bytes(); break;
            case nameof(ReportFormat): ReportFormat = xml.Text(); break;
            case nameof(GeneratedTime): GeneratedTime = xml.Timestamp(); break;
        }
    }
}
