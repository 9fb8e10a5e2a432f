using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteVirtualMFADeviceRequest : AmazonIdentityManagementServiceRequest
{
    public string SerialNumber { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(SerialNumber), SerialNumber);
}

public class DeleteVirtualMFADeviceResponse : AmazonWebServiceResponse;
