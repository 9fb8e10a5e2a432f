using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateGroupRequest : AmazonIdentityManagementServiceRequest
{
    public CreateGroupRequest() { }

    public CreateGroupRequest(string groupName) => GroupName = groupName;

    public string Path { get; set; }

    public string GroupName { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(Path), Path);
        form.Add(nameof(GroupName), GroupName);
    }
}

public class CreateGroupResponse : AmazonWebServiceResponse, IXmlShape
{
    public Group Group { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(Group)) Group = xml.Shape<Group>();
    }
}
