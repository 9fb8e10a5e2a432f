using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListMFADevicesRequest : AmazonIdentityManagementServiceRequest
{
    public ListMFADevicesRequest() { }

    public ListMFADevicesRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListMFADevicesResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<MFADevice> MFADevices { get; set; } = Fresh.List<MFADevice>();

    public bool? IsTruncated { get; set; }

    public string Marker { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(MFADevices): MFADevices = xml.Shapes<MFADevice>(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
            case nameof(Marker): Marker = xml.Text(); break;
        }
    }
}

public interface IListMFADevicesPaginator
{
    IPaginatedEnumerable<ListMFADevicesResponse> Responses { get; }

    IPaginatedEnumerable<MFADevice> MFADevices { get; }
}
