using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class SigningCertificate : IXmlShape
{
    public SigningCertificate() { }

    public SigningCertificate(string userName, string certificateId, string certificateBody, StatusType status)
    {
        UserName = userName;
        CertificateId = certificateId;
        CertificateBody = certificateBody;
        Status = status;
    }

    public string UserName { get; set; }

    public string CertificateId { get; set; }

    public string CertificateBody { get; set; }

    public StatusType Status { get; set; }

    public DateTime? UploadDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(CertificateId): CertificateId = xml.Text(); break;
            case nameof(CertificateBody): CertificateBody = xml.Text(); break;
            case nameof(Status): Status = xml.Text(); break;
            case nameof(UploadDate): UploadDate = xml.Timestamp(); break;
        }
    }
}
