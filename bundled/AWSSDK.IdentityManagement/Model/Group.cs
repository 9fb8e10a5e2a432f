using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class Group : IXmlShape
{
    public Group() { }

    public Group(string path, string groupName, string groupId, string arn, DateTime? createDate)
    {
        Path = path;
        GroupName = groupName;
        GroupId = groupId;
        Arn = arn;
        CreateDate = createDate;
    }

    public string Path { get; set; }

    public string GroupName { get; set; }

    public string GroupId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(GroupName): GroupName = xml.Text(); break;
            case nameof(GroupId): GroupId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
        }
    }
}
