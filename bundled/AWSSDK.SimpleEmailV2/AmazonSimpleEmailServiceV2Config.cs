using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;
using Bundled.Pipeline;

namespace Amazon.SimpleEmailV2;

public class AmazonSimpleEmailServiceV2Config : ClientConfig
{
    private static readonly string SharedUserAgent = InternalSDKUtils.BuildUserAgentString("SESv2", "4.0.100");

    public AmazonSimpleEmailServiceV2Config() : base(new DefaultConfigurationProvider(DefaultModes.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "ses";
        EndpointProvider = new RegionalEndpoints("email");
    }

    public static new string ServiceId => "SESv2";

    public override string RegionEndpointServiceName => "email";

    public override string ServiceVersion => "2019-09-27";

    public override string UserAgent => SharedUserAgent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => ServicePipeline.EndpointOf(this, parameters);
}
