using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteUserPermissionsBoundaryRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class DeleteUserPermissionsBoundaryResponse : AmazonWebServiceResponse;
