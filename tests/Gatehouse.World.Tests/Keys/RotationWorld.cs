namespace Gatehouse.World.Tests.Keys;

/// <summary>A world for rotations of deploy keys: they move the clock by months, and kill processes.</summary>
[CollectionDefinition(Name)]
public sealed class RotationWorld : ICollectionFixture<RotationWorldFixture>
{
    public const string Name = "rotation world";
}

/// <inheritdoc/>
public sealed class RotationWorldFixture : WorldFixture
{
    protected override string Name => "rotation-world-tests";
}
