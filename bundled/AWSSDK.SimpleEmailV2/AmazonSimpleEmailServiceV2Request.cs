using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Request : AmazonWebServiceRequest
{
    internal virtual void Write(JsonBody json) { }
}
