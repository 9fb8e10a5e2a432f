using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Bundled.Pipeline;

/// <summary>Finds the endpoint of a service that has one in each region; a configured address comes first.</summary>
internal sealed class RegionalEndpoints(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = (string)parameters["Region"];
        if (parameters["Endpoint"] is string address) return SignedEndpoint.Custom(address, region, parameters);
        if (string.IsNullOrEmpty(region)) throw new AmazonClientException("Invalid Configuration: Missing Region");

        var dualStack = parameters["UseDualStack"] is true;
        var host = prefix + (parameters["UseFIPS"] is true ? "-fips." : ".") + region;
        // The table of partitions is read only where it is needed: a plain client never pays for it.
        var suffix = dualStack ? Fn.Partition(region).dualStackDnsSuffix : RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
        return SignedEndpoint.At($"https://{host}.{suffix}", region);
    }
}
