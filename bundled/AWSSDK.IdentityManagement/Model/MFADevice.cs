using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class MFADevice : IXmlShape
{
    public MFADevice() { }

    public MFADevice(string userName, string serialNumber, DateTime? enableDate)
    {
        UserName = userName;
        SerialNumber = serialNumber;
        EnableDate = enableDate;
    }

    public string UserName { get; set; }

    public string SerialNumber { get; set; }

    public DateTime? EnableDate { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(UserName): UserName = xml.Text(); break;
            case nameof(SerialNumber): SerialNumber = xml.Text(); break;
            case nameof(EnableDate): EnableDate = xml.Timestamp(); break;
        }
    }
}
