namespace Gatehouse.Local.GitHub.Actions;

/// <summary>A repository that deploys: of its content there is nothing but secrets and one workflow that tries them.</summary>
public sealed class DeployRepository
{
    /// <summary><c>owner/name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The file of the workflow; it asks AWS who it is, with the secrets below.</summary>
    public required string Workflow { get; init; }

    public required string Branch { get; init; }

    /// <summary>The secrets that the workflow uses.</summary>
    public required SecretsInUse Uses { get; init; }

    /// <summary>The stores of secrets, by environment; the repository's own is the empty one.</summary>
    public Dictionary<string, SecretStore> Stores { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public List<DeployRun> Runs { get; init; } = [];
}

/// <summary>An environment, empty for the repository's own secrets, and the names of the two that hold a key.</summary>
public sealed record SecretsInUse(string Place, string Id, string Key);

/// <summary>The secrets of one place, sealed as they came, and the key pair that they are sealed for.</summary>
public sealed record SecretStore(string KeyId, KeyPair Pair)
{
    public Dictionary<string, StoredSecret> Secrets { get; init; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>One secret: its box, and when it was made and written last.</summary>
public sealed record StoredSecret(string Box, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One run of the workflow.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Branch">Where it is run.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Conclusion">How it ended; null while it goes on.</param>
public sealed record DeployRun(long Id, string Branch, DateTimeOffset CreatedAt, string Actor, string? Conclusion);
