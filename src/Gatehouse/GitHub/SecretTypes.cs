namespace Gatehouse.GitHub;

/// <summary>GitHub's names for what secret scanning finds, as far as they are AWS's. Pure.</summary>
public static class SecretTypes
{
    /// <summary>The id of a key that lasts. It is half of a credential, and the half that says which.</summary>
    public const string KeyId = "aws_access_key_id";

    /// <summary>The id of a key of a session.</summary>
    public const string TemporaryKeyId = "aws_temporary_access_key_id";

    /// <summary>Whether the secret is the id of a key, which is none by itself.</summary>
    public static bool IsKeyId(string type) => type is KeyId or TemporaryKeyId;

    /// <summary>Whether it is the other half, from which nobody can tell whose it is.</summary>
    public static bool IsSecretHalf(string type) => type is "aws_secret_access_key" or "aws_session_token";

    /// <summary>Whether Gatehouse looks at an alert of this type.</summary>
    public static bool MayBeOfAws(string type) => IsKeyId(type) || IsSecretHalf(type);
}
