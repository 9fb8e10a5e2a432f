using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class PutUserPermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string PermissionsBoundary { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(PermissionsBoundary), PermissionsBoundary);
    }
}

public class PutUserPermissionsBoundaryResponse : AmazonWebServiceResponse;
