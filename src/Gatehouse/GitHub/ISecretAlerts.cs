using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Aws;

namespace Gatehouse.GitHub;

/// <summary>
/// What secret scanning found in a repository. No secret comes out of here, and none comes in: GitHub is asked to hide them all, and asked again without only for an
/// alert that is known to be about the id of a key.
/// </summary>
public interface ISecretAlerts
{
    /// <summary>An alert, by its number.</summary>
    Task<SecretAlert> ReadAsync(string repository, int number, CancellationToken cancellationToken);

    /// <summary>The newest open alerts about ids of keys; at most <paramref name="max"/>.</summary>
    Task<IReadOnlyList<SecretAlert>> OpenKeyIdsAsync(string repository, int max, CancellationToken cancellationToken);

    /// <summary>Where a secret was found: a word for each place, the same for what was found beside it.</summary>
    Task<IReadOnlySet<string>> PlacesAsync(string repository, int number, CancellationToken cancellationToken);

    /// <summary>The id of a key, of an alert whose type says that it is about one.</summary>
    /// <exception cref="LeakedKeyUnreadableException">What GitHub shows is no id of a key; it is not repeated.</exception>
    Task<AccessKeyId> KeyIdAsync(string repository, SecretAlert alert, CancellationToken cancellationToken);
}

/// <summary>One alert of secret scanning.</summary>
/// <param name="Number">Its number in the repository.</param>
/// <param name="SecretType">What was found (<see cref="SecretTypes"/>).</param>
/// <param name="Url">Where people look at it.</param>
public sealed record SecretAlert(int Number, string SecretType, string Url);

/// <inheritdoc/>
public sealed partial class GitHubSecretAlerts(GitHubHttp http, GitHubTokens tokens) : ISecretAlerts
{
    private const string Hidden = "hide_secret=true";

    public async Task<SecretAlert> ReadAsync(string repository, int number, CancellationToken cancellationToken) =>
        (await Of(repository).GetAsync(string.Create(CultureInfo.InvariantCulture, $"{Path(repository)}/{number}?{Hidden}"), GitHubJson.Default.SecretAlertJson, cancellationToken)).Read();

    public Task<IReadOnlyList<SecretAlert>> OpenKeyIdsAsync(string repository, int max, CancellationToken cancellationToken) => Of(repository).PagesAsync(
        $"{Path(repository)}?state=open&secret_type={SecretTypes.KeyId},{SecretTypes.TemporaryKeyId}&{Hidden}", GitHubJson.Default.ListSecretAlertJson, alert => alert.Read(), max, cancellationToken);

    public async Task<IReadOnlySet<string>> PlacesAsync(string repository, int number, CancellationToken cancellationToken)
    {
        var places = await Of(repository).PagesAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Path(repository)}/{number}/locations?"), GitHubJson.Default.ListSecretLocationJson, place => place.Word(), int.MaxValue, cancellationToken);
        return places.OfType<string>().ToHashSet();
    }

    public async Task<AccessKeyId> KeyIdAsync(string repository, SecretAlert alert, CancellationToken cancellationToken)
    {
        var shown = SecretTypes.IsKeyId(alert.SecretType)
            ? await Of(repository).GetAsync(string.Create(CultureInfo.InvariantCulture, $"{Path(repository)}/{alert.Number}"), GitHubJson.Default.ShownKeyIdJson, cancellationToken)
            : throw new LeakedKeyUnreadableException(repository, alert.Number);
        // Asked again: what is believed to be an id must never turn out to be more.
        return SecretTypes.IsKeyId(shown.SecretType) && shown.Secret is { } id && Id().IsMatch(id) ? new AccessKeyId(id) : throw new LeakedKeyUnreadableException(repository, alert.Number);
    }

    private static string Path(string repository) => $"/repos/{repository}/secret-scanning/alerts";

    private GitHubApi Of(string repository) => new(http, tokens, repository);

    [GeneratedRegex(@"\A(AKIA|ASIA)[A-Z0-9]{12,124}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}

/// <summary>An alert that should show the id of a key shows something else, which is not repeated.</summary>
public sealed class LeakedKeyUnreadableException(string repository, int alert) : Exception(
    string.Create(CultureInfo.InvariantCulture, $"GitHub's alert {alert} of {repository} should show the id of an access key, and shows none. Look at it there."));
