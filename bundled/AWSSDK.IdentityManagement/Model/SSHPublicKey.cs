using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class SSHPublicKey : IXmlShape
{
    public string UserName { get; set; }

    public string SSHPublicKeyId { get; set; }

    public string Fingerprint { get; set; }

    public string SSHPublicKeyBody { get; set; }

    public StatusType Status { get; set; }

    public DateTime? UploadDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(SSHPublicKeyId): SSHPublicKeyId = xml.Text(); break;
            case nameof(Fingerprint): Fingerprint = xml.Text(); break;
            case nameof(SSHPublicKeyBody): SSHPublicKeyBody = xml.Text(); break;
            case nameof(Status): Status = xml.Text(); break;
            case nameof(UploadDate): UploadDate = xml.Timestamp(); break;
        }
    }
}
