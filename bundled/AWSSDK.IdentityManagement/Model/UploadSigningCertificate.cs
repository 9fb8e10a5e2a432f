using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class UploadSigningCertificateRequest : AmazonIdentityManagementServiceRequest
{
    public UploadSigningCertificateRequest() { }

    public UploadSigningCertificateRequest(string certificateBody) => CertificateBody = certificateBody;

    public string UserName { get; set; }

    public string CertificateBody { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(CertificateBody), CertificateBody);
    }
}

public class UploadSigningCertificateResponse : AmazonWebServiceResponse, IXmlShape
{
    public SigningCertificate Certificate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(Certificate)) Certificate = xml.Shape<SigningCertificate>();
    }
}
