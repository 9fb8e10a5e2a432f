namespace Gatehouse.World.Tests.Keys;

/// <summary>A world for sweeps over access keys: they look at everybody, and move the clock by months.</summary>
[CollectionDefinition(Name)]
public sealed class KeysWorld : ICollectionFixture<KeysWorldFixture>
{
    public const string Name = "keys world";
}

/// <inheritdoc/>
public sealed class KeysWorldFixture : WorldFixture
{
    protected override string Name => "keys-world-tests";
}
