using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class AddUserToGroupRequest : AmazonIdentityManagementServiceRequest
{
    public AddUserToGroupRequest() { }

    public AddUserToGroupRequest(string groupName, string userName)
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

public class AddUserToGroupResponse : AmazonWebServiceResponse;
