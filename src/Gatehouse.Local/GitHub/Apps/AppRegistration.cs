using System.Security.Cryptography;

namespace Gatehouse.Local.GitHub.Apps;

/// <summary>A GitHub App that may ask for installation tokens: who it is, and the public half of its key.</summary>
public sealed record AppRegistration(string Id, string Slug, long InstallationId, string PublicKey);

/// <summary>A token that an app was given for its installation, good for an hour.</summary>
public sealed record InstallationToken(string Token, string App, DateTimeOffset ExpiresAt)
{
    public const string Prefix = "ghs_";

    public static InstallationToken Issue(string app, DateTimeOffset now) =>
        new(Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(18)), app, now.AddHours(1));

    /// <summary>Whose token it is; null for one that was never given or is too old.</summary>
    public static Caller? Find(GitHubState state, string token, DateTimeOffset now) =>
        state.InstallationTokens.Find(known => known.Token == token && known.ExpiresAt > now) is { } found
            ? new Caller($"{found.App}[bot]", CallerKind.Installation)
            : null;
}
