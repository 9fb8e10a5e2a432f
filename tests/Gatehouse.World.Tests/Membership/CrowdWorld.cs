namespace Gatehouse.World.Tests.Membership;

/// <summary>A world for hundreds of people who join: whoever plans after them looks at each of them.</summary>
[CollectionDefinition(Name)]
public sealed class CrowdWorld : ICollectionFixture<CrowdWorldFixture>
{
    public const string Name = "crowd world";
}

/// <inheritdoc/>
public sealed class CrowdWorldFixture : WorldFixture
{
    protected override string Name => "crowd-world-tests";
}
