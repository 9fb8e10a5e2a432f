using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class ListServiceSpecificCredentialsRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string ServiceName { get; set; }

    public bool? AllUsers { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(ServiceName), ServiceName);
        form.Add(nameof(AllUsers), AllUsers);
        form.Add(nameof(Marker), Marker);
        form.Add(nameof(MaxItems), MaxItems);
    }
}

public class ListServiceSpecificCredentialsResponse : AmazonWebServiceResponse, IXmlShape
{
    public List<ServiceSpecificCredentialMetadata> ServiceSpecificCredentials { get; set; } = Fresh.List<ServiceSpecificCredentialMetadata>();

    public string Marker { get; set; }

    public bool? IsTruncated { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        switch (field)
        {
            case nameof(ServiceSpecificCredentials): ServiceSpecificCredentials = xml.Shapes<ServiceSpecificCredentialMetadata>(); break;
            case nameof(Marker): Marker = xml.Text(); break;
            case nameof(IsTruncated): IsTruncated = xml.Flag(); break;
        }
    }
}
