using System.Reflection;

namespace Amazon.Lambda.Tests;

/// <summary>Where things of this repository are, as the build said.</summary>
internal static class Places
{
    public static string RepositoryRoot => Of("RepositoryRoot");

    public static string SampleFunctions => Of("SampleFunctions");

    private static string Of(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
