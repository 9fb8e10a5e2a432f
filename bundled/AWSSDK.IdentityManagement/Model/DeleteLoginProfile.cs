using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteLoginProfileRequest : AmazonIdentityManagementServiceRequest
{
    public DeleteLoginProfileRequest() { }

    public DeleteLoginProfileRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class DeleteLoginProfileResponse : AmazonWebServiceResponse;
