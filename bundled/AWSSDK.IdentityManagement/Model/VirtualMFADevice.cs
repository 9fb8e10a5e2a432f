using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class VirtualMFADevice : IXmlShape
{
    public string SerialNumber { get; set; }

    public MemoryStream Base32StringSeed { get; set; }

    public MemoryStream QRCodePNG { get; set; }

    public User User { get; set; }

    public DateTime? EnableDate { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(SerialNumber): SerialNumber = xml.Text(); break;
            case nameof(Base32StringSeed): Base32StringSeed = xml.Bytes(); break;
            case nameof(QRCodePNG): QRCodePNG = xml.Bytes(); break;
            case nameof(User): User = xml.Shape<User>(); break;
            case nameof(EnableDate): EnableDate = xml.Timestamp(); break;
            case nameof(Tags): Tags = xml.Shapes<Tag>(); break;
        }
    }
}
