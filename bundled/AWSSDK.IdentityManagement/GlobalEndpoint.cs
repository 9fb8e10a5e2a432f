using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Bundled.Pipeline;

namespace Amazon.IdentityManagement;

/// <summary>IAM has one endpoint in each partition, and takes signatures for that partition's home region only.</summary>
internal sealed class GlobalEndpoint : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = RegionEndpoint.GetBySystemName((string)parameters["Region"] ?? RegionEndpoint.USEast1.SystemName);
        var (host, home) = region.PartitionName switch
        {
            "aws" => ("iam.amazonaws.com", "us-east-1"),
            "aws-cn" => ("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
            "aws-us-gov" => ("iam.us-gov.amazonaws.com", "us-gov-west-1"),
            _ => ($"iam.{region.SystemName}.{region.PartitionDnsSuffix}", region.SystemName),
        };
        if (parameters["Endpoint"] is string address) return SignedEndpoint.Custom(address, home, parameters);
        if (parameters["UseDualStack"] is true || parameters["UseFIPS"] is true)
            throw new AmazonClientException("Invalid Configuration: the FIPS and dual-stack endpoints of IAM are not offered here");

        return SignedEndpoint.At("https://" + host, home);
    }
}
