using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement.Model;

public class CreateServiceSpecificCredentialRequest : AmazonIdentityManagementServiceRequest
{
    public string UserName { get; set; }

    public string ServiceName { get; set; }

    public int? CredentialAgeDays { get; set; }

    internal override void Write(QueryForm form)
    {
        form.Add(nameof(UserName), UserName);
        form.Add(nameof(ServiceName), ServiceName);
        form.Add(nameof(CredentialAgeDays), CredentialAgeDays);
    }
}

public class CreateServiceSpecificCredentialResponse : AmazonWebServiceResponse, IXmlShape
{
    public ServiceSpecificCredential ServiceSpecificCredential { get; set; }

    void IXmlShape.Read(string field, XmlFields xml)
    {
        if (field == nameof(ServiceSpecificCredential)) ServiceSpecificCredential = xml.Shape<ServiceSpecificCredential>();
    }
}
