namespace Gatehouse.Aws;

/// <summary>Reads secrets by their id. No value is ever part of a message.</summary>
public interface ISecrets
{
    /// <summary>A secret's text, at most <paramref name="maxAge"/> old; one that holds nothing is <see cref="SecretNotSetException"/>.</summary>
    Task<string> ReadAsync(string id, TimeSpan maxAge, CancellationToken cancellationToken);
}

/// <summary>A secret holds nothing yet, or lacks a part that is needed.</summary>
public sealed class SecretNotSetException(string id, string missing = "it has no value") : Exception(
    $"The secret {id} is not set: {missing}. Put the value in with `aws secretsmanager put-secret-value --secret-id {id} --secret-string …`.")
{
    public string Id { get; } = id;
}

/// <summary>A secret holds something, but not in the shape that is needed. The value is not repeated.</summary>
public sealed class SecretUnreadableException(string id, string wanted) : Exception($"The secret {id} cannot be read: it should hold {wanted}.")
{
    public string Id { get; } = id;
}
