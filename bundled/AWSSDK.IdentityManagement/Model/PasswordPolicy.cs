using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class PasswordPolicy : IXmlShape
{
    public int? MinimumPasswordLength { get; set; }

    public bool? RequireSymbols { get; set; }

    public bool? RequireNumbers { get; set; }

    public bool? RequireUppercaseCharacters { get; set; }

    public bool? RequireLowercaseCharacters { get; set; }

    public bool? AllowUsersToChangePassword { get; set; }

    public bool? ExpirePasswords { get; set; }

    public int? MaxPasswordAge { get; set; }

    public int? PasswordReusePrevention { get; set; }

    public bool? HardExpiry { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(MinimumPasswordLength): MinimumPasswordLength = xml.Number(); break;
            case nameof(RequireSymbols): RequireSymbols = xml.Flag(); break;
            case nameof(RequireNumbers): RequireNumbers = xml.Flag(); break;
            case nameof(RequireUppercaseCharacters): RequireUppercaseCharacters = xml.Flag(); break;
            case nameof(RequireLowercaseCharacters): RequireLowercaseCharacters = xml.Flag(); break;
            case nameof(AllowUsersToChangePassword): AllowUsersToChangePassword = xml.Flag(); break;
            case nameof(ExpirePasswords): ExpirePasswords = xml.Flag(); break;
            case nameof(MaxPasswordAge): MaxPasswordAge = xml.Number(); break;
            case nameof(PasswordReusePrevention): PasswordReusePrevention = xml.Number(); break;
            case nameof(HardExpiry): HardExpiry = xml.Flag(); break;
        }
    }
}
