using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class User : IXmlShape
{
    public User() { }

    public User(string path, string userName, string userId, string arn, DateTime? createDate)
    {
        Path = path;
        UserName = userName;
        UserId = userId;
        Arn = arn;
        CreateDate = createDate;
    }

    public string Path { get; set; }

    public string UserName { get; set; }

    public string UserId { get; set; }

    public string Arn { get; set; }

    public DateTime? CreateDate { get; set; }

    public DateTime? PasswordLastUsed { get; set; }

    public AttachedPermissionsBoundary PermissionsBoundary { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(Path): Path = xml.Text(); break;
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(UserId): UserId = xml.Text(); break;
            case nameof(Arn): Arn = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(PasswordLastUsed): PasswordLastUsed = xml.Timestamp(); break;
            case nameof(PermissionsBoundary): PermissionsBoundary = xml.Shape<AttachedPermissionsBoundary>(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
        }
    }
}
