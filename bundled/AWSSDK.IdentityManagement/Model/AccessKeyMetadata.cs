using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AccessKeyMetadata : IXmlShape
{
    public string UserName { get; set; }

    public string AccessKeyId { get; set; }

    public StatusType Status { get; set; }

    public DateTime? CreateDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(AccessKeyId): AccessKeyId = xml.Text(); break;
            case nameof(Status): Status = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
        }
    }
}
