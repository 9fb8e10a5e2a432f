namespace Gatehouse.Local;

/// <summary>What a visitor may choose: the base port, whether to go on from the last state, and for whom beside the base account.</summary>
public sealed record WorldSettings(int Port = Ports.DefaultBase, bool Keep = false)
{
    /// <summary>Whose folder under artifacts/ keeps the state, and which file there announces the world.</summary>
    public string Name { get; init; } = WorldDirectories.DefaultName;

    /// <summary>The other accounts whose access keys Gatehouse watches, by their twelve digits: each has the member account's role.</summary>
    public IReadOnlyList<string> KeyAccounts { get; init; } = [];

    /// <summary>The register's repository, as <c>owner/name</c>.</summary>
    public string Repository { get; init; } = "example-org/aws-users";

    /// <summary>The register's protected branch.</summary>
    public string Branch { get; init; } = "master";
}
