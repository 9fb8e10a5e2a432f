using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AttachedPermissionsBoundary : IXmlShape
{
    public PermissionsBoundaryAttachmentType PermissionsBoundaryType { get; set; }

    public string PermissionsBoundaryArn { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(PermissionsBoundaryType): PermissionsBoundaryType = xml.Text(); break;
            case nameof(PermissionsBoundaryArn): PermissionsBoundaryArn = xml.Text(); break;
        }
    }
}
