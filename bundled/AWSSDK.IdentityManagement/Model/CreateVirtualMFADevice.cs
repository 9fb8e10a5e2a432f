using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateVirtualMFADeviceRequest : AmazonIdentityManagementServiceRequest
{
    public string Path { get; set; }

    public string VirtualMFADeviceName { get; set; }

    public List<Tag> Tags { get; set; } = Fresh.List<Tag>();

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(Path), Path);
        form.Add(nameof(VirtualMFADeviceName), VirtualMFADeviceName);
        form.Each(nameof(Tags), Tags, (name, tag) => tag.Write(form, name));
    }
}

public class CreateVirtualMFADeviceResponse : AmazonWebServiceResponse, IXmlShape
{
    public VirtualMFADevice VirtualMFADevice { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(VirtualMFADevice)) VirtualMFADevice = xml.Shape<VirtualMFADevice>();
    }
}
