[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gatehouse.World.Tests;

/// <summary>World tests share one world and so take turns.</summary>
[CollectionDefinition(Name)]
public sealed class SharedWorld : ICollectionFixture<WorldFixture>
{
    public const string Name = "world";
}

/// <summary>A world for tests that count everybody in it, or change what it is to all.</summary>
[CollectionDefinition(Name)]
public sealed class OwnWorld : ICollectionFixture<OwnWorldFixture>
{
    public const string Name = "own world";
}

/// <inheritdoc/>
public sealed class OwnWorldFixture : WorldFixture
{
    protected override string Name => "own-world-tests";
}
