using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Bundled.Pipeline;

/// <summary>An endpoint that says which region its requests are signed for.</summary>
internal static class SignedEndpoint
{
    public static Endpoint At(string address, string signingRegion)
    {
        var scheme = new PropertyBag { ["name"] = "sigv4", ["signingRegion"] = signingRegion };
        return new Endpoint(address) { Attributes = new PropertyBag { ["authSchemes"] = new List<object> { scheme } } };
    }

    public static Endpoint Custom(string address, string signingRegion, EndpointParameters parameters)
    {
        if (parameters["UseFIPS"] is true) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        if (parameters["UseDualStack"] is true) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        return At(address, signingRegion);
    }
}
