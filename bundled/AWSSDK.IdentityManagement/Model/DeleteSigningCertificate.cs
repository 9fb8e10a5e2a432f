using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteSigningCertificateRequest : AmazonIdentityManagementServiceRequest
{
    public DeleteSigningCertificateRequest() { }

    public DeleteSigningCertificateRequest(string certificateId) => CertificateId = certificateId;

    public string UserName { get; set; }

    public string CertificateId { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(CertificateId), CertificateId);
    }
}

public class DeleteSigningCertificateResponse : AmazonWebServiceResponse;
