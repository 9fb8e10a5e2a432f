using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AccessKey : IXmlShape
{
    public AccessKey() { }

    public AccessKey(string userName, string accessKeyId, StatusType status, string secretAccessKey)
    {
        UserName = userName;
        AccessKeyId = accessKeyId;
        Status = status;
        SecretAccessKey = secretAccessKey;
    }

    public string UserName { get; set; }

    public string AccessKeyId { get; set; }

    public StatusType Status { get; set; }

    public string SecretAccessKey { get; set; }

    public DateTime? CreateDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(AccessKeyId): AccessKeyId = xml.Text(); break;
            case nameof(Status): Status = xml.Text(); break;
            case nameof(SecretAccessKey): SecretAccessKey = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
        }
    }
}
