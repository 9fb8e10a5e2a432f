namespace Gatehouse.World.Tests;

/// <summary>World tests share one world and so take turns.</summary>
[CollectionDefinition(Name)]
public sealed class SharedWorld : ICollectionFixture<WorldFixture>
{
    public const string Name = "world";
}
