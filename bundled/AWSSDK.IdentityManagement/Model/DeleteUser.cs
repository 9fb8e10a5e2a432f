using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class DeleteUserRequest : AmazonIdentityManagementServiceRequest
{
    public DeleteUserRequest() { }

    public DeleteUserRequest(string userName) => UserName = userName;

    public string UserName { get; set; }

    internal override void Write(QueryForm form) => form.Add(nameof(UserName), UserName);
}

public class DeleteUserResponse : AmazonWebServiceResponse;
