using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class InstanceProfile : IXmlShape
{
    public string Path { get; set; }

    public string InstanceProfileName { get; set; }

    public string InstanceProfileId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public List<Role> Roles { get; set; } = Fresh.List<Role>();

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(InstanceProfileName): InstanceProfileName = xml.Text(); break;
            case nameof(InstanceProfileId): InstanceProfileId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(Roles): Roles = xml.Shapes<Role>(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
        }
    }
}
