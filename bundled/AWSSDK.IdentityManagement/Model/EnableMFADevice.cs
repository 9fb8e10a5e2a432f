using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class EnableMFADeviceRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string SerialNumber { get; set; }

    public string AuthenticationCode1 { get; set; }

    public string AuthenticationCode2 { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(SerialNumber), SerialNumber);
        form.Add(nameof(AuthenticationCode1), AuthenticationCode1);
        form.Add(nameof(AuthenticationCode2), AuthenticationCode2);
    }
}

public class EnableMFADeviceResponse : AmazonWebServiceResponse;
