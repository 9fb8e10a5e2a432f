using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement;

public class AmazonIdentityManagementServiceRequest : AmazonWebServiceRequest
{
    internal virtual void Write(QueryForm form) { }
}
