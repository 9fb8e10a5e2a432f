using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ManagedPolicy : IXmlShape
{
    public string PolicyName { get; set; }

    public string PolicyId { get; set; }

    public string Arn { get; set; }

    public string Path { get; set; }

    public string DefaultVersionId { get; set; }

    public int? AttachmentCount { get; set; }

    public int? PermissionsBoundaryUsageCount { get; set; }

    public bool? IsAttachable { get; set; }

    public string Description { get; set; }

    public DateTime? CreateDate { get; set; }

    public DateTime? UpdateDate { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(PolicyName): PolicyName = xml.Text(); break;
            case nameof(PolicyId): PolicyId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(Path): Path = xml.Text(); break;
            case nameof(DefaultVersionId): DefaultVersionId = xml.Text(); break;
            case nameof(AttachmentCount): AttachmentCount = xml.Number(); break;
            case nameof(PermissionsBoundaryUsageCount): PermissionsBoundaryUsageCount = xml.Number(); break;
            case nameof(IsAttachable): IsAttachable = xml.Flag(); break;
            case nameof(Description): Description = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(UpdateDate): UpdateDate = xml.Timestamp(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
        }
    }
}
