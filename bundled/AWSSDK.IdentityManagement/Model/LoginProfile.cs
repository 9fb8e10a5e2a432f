using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class LoginProfile : IXmlShape
{
    public LoginProfile() { }

    public LoginProfile(string userName, DateTime? createDate)
    {
        UserName = userName;
        CreateDate = createDate;
    }

    public string UserName { get; set; }

    public DateTime? CreateDate { get; set; }

    public bool? PasswordResetRequired { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(CreateDate): CreateDate = xml.Timestamp(); break;
            case nameof(PasswordResetRequired): PasswordResetRequired = xml.Flag(); break;
        }
    }
}
