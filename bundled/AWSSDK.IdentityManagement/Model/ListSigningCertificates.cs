using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListSigningCertificatesRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListSigningCertificatesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<SigningCertificate> Certificates { get; set; } = Fresh.List<SigningCertificate>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Certificates): Certificates = xml.Shapes<SigningCertificate>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListSigningCertificatesPaginator
{
    IPaginatedEnumerable<ListSigningCertificatesResponse> Responses { get; }

    IPaginatedEnumerable<SigningCertificate> Certificates { get; }
}
