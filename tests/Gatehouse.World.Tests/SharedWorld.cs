[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Gatehouse.World.Tests;

/// <summary>World tests share one world and so take turns; those of another world run beside them.</summary>
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

/// <summary>A world for what is watched outside the register: MFA devices and root accounts.</summary>
[CollectionDefinition(Name)]
public sealed class WatchWorld : ICollectionFixture<WatchWorldFixture>
{
    public const string Name = "watch world";
}

/// <inheritdoc/>
public sealed class WatchWorldFixture : WorldFixture
{
    protected override string Name => "watch-world-tests";
}

/// <summary>A world whose calls fail and whose processes die at each step of a join or a leave: the longest tests, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class FaultsWorld : ICollectionFixture<FaultsWorldFixture>
{
    public const string Name = "faults world";
}

/// <inheritdoc/>
public sealed class FaultsWorldFixture : WorldFixture
{
    protected override string Name => "faults-world-tests";
}
