namespace Gatehouse.World.Tests.Mfa;

/// <summary>A world for sweeps: they look at everybody, and move the clock by weeks.</summary>
[CollectionDefinition(Name)]
public sealed class SweepWorld : ICollectionFixture<SweepWorldFixture>
{
    public const string Name = "sweep world";
}

/// <inheritdoc/>
public sealed class SweepWorldFixture : WorldFixture
{
    protected override string Name => "sweep-world-tests";
}
