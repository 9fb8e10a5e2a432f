using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeactivateMFADeviceRequest : AmazonIdentityManagementServiceRequest
{
    public DeactivateMFADeviceRequest() { }

    public DeactivateMFADeviceRequest(string userName, string serialNumber)
    {
        UserName = userName;
        SerialNumber = serialNumber;
    }

    public string UserName { get; set; }

    public string SerialNumber { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(SerialNumber), SerialNumber);
    }
}

public class DeactivateMFADeviceResponse : AmazonWebServiceResponse;
