using Amazon.Runtime;
using Bundled.Pipeline;

namespace Amazon.StepFunctions;

public class AmazonStepFunctionsRequest : AmazonWebServiceRequest
{
    internal virtual void Write(JsonBody json) { }
}
