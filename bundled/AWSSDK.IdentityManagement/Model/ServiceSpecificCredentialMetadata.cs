using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ServiceSpecificCredentialMetadata : IXmlShape
{
    public string UserName { get; set; }

    public StatusType Status { get; set; }

    public string ServiceUserName { get; set; }

    public string ServiceCredentialAlias { get; set; }

    public DateTime? CreateDate { get; set; }

    public DateTime? ExpirationDate { get; set; }

    public string ServiceSpecificCredentialId { get; set; }

    public string ServiceName { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(Status): Status = xml.Text(); break;
            case nameof(ServiceUserName): ServiceUserName = xml.Text(); break;
            case nameof(ServiceCredentialAlias): ServiceCredentialAlias = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(ExpirationDate): ExpirationDate = xml.Timestamp(); break;
            case nameof(ServiceSpecificCredentialId): ServiceSpecificCredentialId = xml.Text(); break;
            case nameof(ServiceName): ServiceName = xml.Text(); break;
        }
    }
}
