using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AccessKeyLastUsed : IXmlShape
{
    public DateTime? LastUsedDate { get; set; }

    public string ServiceName { get; set; }

    public string Region { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(LastUsedDate): LastUsedDate = xml.Timestamp(); break;
            case nameof(ServiceName): ServiceName = xml.Text(); break;
            case nameof(Region): Region = xml.Text(); break;
        }
    }
}
