using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class PolicyVersion : IXmlShape
{
    public string Document { get; set; }

    public string VersionId { get; set; }

    public bool? IsDefaultVersion { get; set; }

    public DateTime? CreateDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Document): Document = xml.Text(); break;
            case nameof(VersionId): VersionId = xml.Text(); break;
            case nameof(IsDefaultVersion): IsDefaultVersion = xml.Flag(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
        }
    }
}
