using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.SecretsManager;

public class AmazonSecretsManagerRequest : AmazonWebServiceRequest
{
    internal virtual void Write(JsonBody json) { }
}
