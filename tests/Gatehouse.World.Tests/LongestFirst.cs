using Gatehouse.World.Tests.Keys;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Gatehouse.World.Tests.LongestFirst", "Gatehouse.World.Tests")]

namespace Gatehouse.World.Tests;

/// <summary>Begins the worlds whose tests take longest: one that began last would be waited for alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [SharedWorld.Name, KeysWorld.Name, FaultsWorld.Name, RotationWorld.Name, WatchWorld.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.IndexOf(Long, collection.DisplayName) is var place and >= 0 ? place : Long.Length).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
