namespace Gatehouse.Local;

/// <summary>What a visitor may choose: the base port, and whether to go on from the last state.</summary>
public sealed record WorldSettings(int Port = Ports.DefaultBase, bool Keep = false)
{
    /// <summary>Whose folder under artifacts/ keeps the state, and which file there announces the world.</summary>
    public string Name { get; init; } = WorldDirectories.DefaultName;

    /// <summary>The register's repository, as <c>owner/name</c>.</summary>
    public string Repository { get; init; } = "example-org/aws-users";

    /// <summary>The register's protected branch.</summary>
    public string Branch { get; init; } = "master";
}
