using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListVirtualMFADevicesRequest : AmazonIdentityManagementServiceRequest
{
    public AssignmentStatusType AssignmentStatus { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(AssignmentStatus), AssignmentStatus);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListVirtualMFADevicesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<VirtualMFADevice> VirtualMFADevices { get; set; } = Fresh.List<VirtualMFADevice>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(VirtualMFADevices): VirtualMFADevices = xml.Shapes<VirtualMFADevice>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListVirtualMFADevicesPaginator
{
    IPaginatedEnumerable<ListVirtualMFADevicesResponse> Responses { get; }

    IPaginatedEnumerable<VirtualMFADevice> VirtualMFADevices { get; }
}
