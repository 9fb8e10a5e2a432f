using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class RemoveUserFromGroupRequest : AmazonIdentityManagementServiceRequest
{
    public RemoveUserFromGroupRequest() { }

    public RemoveUserFromGroupRequest(string groupName, string userName)
    {
        GroupName = groupName;
        UserName = userName;
    }

    public string GroupName { get; set; }

    public string UserName { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(GroupName), GroupName);
        form.Add(nameof(UserName), UserName);
    }
}

public class RemoveUserFromGroupResponse : AmazonWebServiceResponse;
