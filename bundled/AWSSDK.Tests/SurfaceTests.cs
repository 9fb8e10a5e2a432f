using System.Reflection;
using Amazon.IdentityManagement;
using Amazon.SecretsManager;
using Amazon.SimpleEmailV2;
using Amazon.StepFunctions;

namespace Bundled.Aws;

public sealed class SurfaceTests
{
    public static TheoryData<string, Assembly> Packages => new()
    {
        { "AWSSDK.IdentityManagement", typeof(IAmazonIdentityManagementService).Assembly },
        { "AWSSDK.SecretsManager", typeof(IAmazonSecretsManager).Assembly },
        { "AWSSDK.SimpleEmailV2", typeof(IAmazonSimpleEmailServiceV2).Assembly },
        { "AWSSDK.StepFunctions", typeof(IAmazonStepFunctions).Assembly },
    };

    /// <summary>The listings under `bundled/api` hold for the released package too, which offers more; a stand-in offers nothing else.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void What_is_public_is_what_the_listing_says(string package, Assembly assembly)
    {
        var listed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "api", $"{package}.txt"));
        var offered = Surface.Of(assembly).ToList();
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "api", $"{package}.offered.txt"), offered);

        listed.Except(offered).ShouldBeEmpty("listed, but not offered");
        if (IsStandIn(assembly)) offered.Except(listed).ShouldBeEmpty($"offered, but not listed; if it is meant, copy {package}.offered.txt to bundled/api");
    }

    private static bool IsStandIn(Assembly assembly) => assembly.GetType("Bundled.Pipeline.ServicePipeline") != null;
}
