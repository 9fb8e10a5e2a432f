using System.Globalization;
using System.Text.RegularExpressions;
using Gatehouse.Aws;
using Gatehouse.GitHub;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// Reads what a word of a leak is about.
/// <list type="table">
/// <listheader><term>word</term><description>what it comes to</description></listheader>
/// <item><term>AWS Health, <c>AWS_RISK_CREDENTIALS_EXPOSED</c></term><description>the keys that it names, in the account that it is about</description></item>
/// <item><term>GitHub, an alert about the id of a key</term><description>that key; AWS says in which account</description></item>
/// <item><term>GitHub, an alert about a secret half</term><description>the ids that lie in the same file or text, each with an open alert of its own; where there is none, SecretAlone</description></item>
/// <item><term>GitHub, an alert about any other secret</term><description>NoLeak</description></item>
/// <item><term>anything else</term><description><see cref="LeakUnreadableException"/></description></item>
/// </list>
/// </summary>
public sealed partial class LeakReader(ISecretAlerts alerts, ILogger<LeakReader> log)
{
    /// <summary>How many open alerts are looked at for the id that belongs to a secret: one call for each.</summary>
    private const int MostCompared = 30;

    public Task<LeakFound> ReadAsync(LeakInput input, CancellationToken cancellationToken) => input switch
    {
        { Source: LeakInput.Health } => Task.FromResult(OfHealth(input)),
        { Source: LeakInput.GitHub, Detail: { Repository: { } repository, Alert: { } alert } } => OfGitHubAsync(repository, alert, cancellationToken),
        _ => throw new LeakUnreadableException($"nobody knows what {input.Source} says"),
    };

    /// <summary>Where people look at an alert of a repository, also while GitHub does not answer.</summary>
    public static LeakPlace PlaceOf(LeakInput input) => input.Detail is { Repository: { } repository, Alert: { } alert }
        ? new LeakPlace(
            string.Create(CultureInfo.InvariantCulture, $"github:{repository}#{alert}"),
            string.Create(CultureInfo.InvariantCulture, $"in the repository {repository}, by GitHub's secret scanning (alert {alert})"),
            string.Create(CultureInfo.InvariantCulture, $"https://github.com/{repository}/security/secret-scanning/{alert}"))
        : new LeakPlace(LeakInput.Health, "by AWS, whose Health event does not say where; AWS Support's case about it does");

    private static LeakFound OfHealth(LeakInput input)
    {
        if (input.Detail.EventTypeCode != LeakDetail.ExposedCode)
        {
            return new NoLeak($"an event of AWS Health, {input.Detail.EventTypeCode}");
        }

        var ids = input.Detail.AffectedEntities.Select(entity => entity.EntityValue).Distinct().ToList();
        return ids.Count > 0 && ids.TrueForAll(id => Id().IsMatch(id))
            ? new KeysOut([.. ids.Select(id => new AccessKeyId(id))], input.Detail.AffectedAccount ?? input.Account, PlaceOf(input))
            : throw new LeakUnreadableException("AWS Health names no key, or something that is none");
    }

    private async Task<LeakFound> OfGitHubAsync(string repository, int number, CancellationToken cancellationToken)
    {
        var alert = await alerts.ReadAsync(repository, number, cancellationToken);
        if (!SecretTypes.MayBeOfAws(alert.SecretType))
        {
            return new NoLeak($"an alert about another secret, {alert.SecretType}");
        }

        var place = PlaceOf(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = repository, Alert = number })) with { Link = alert.Url };
        IReadOnlyList<SecretAlert> shown = SecretTypes.IsKeyId(alert.SecretType) ? [alert] : await BesideAsync(repository, alert, cancellationToken);
        var ids = new List<AccessKeyId>();
        foreach (var one in shown)
        {
            ids.Add(await alerts.KeyIdAsync(repository, one, cancellationToken));
        }

        return ids.Count > 0 ? new KeysOut([.. ids.Distinct()], Account: null, place) : new SecretAlone(place);
    }

    /// <summary>The alerts about ids in the same file or text. Each is a leak in its own right, so that acting on it is never wrong.</summary>
    private async Task<IReadOnlyList<SecretAlert>> BesideAsync(string repository, SecretAlert secret, CancellationToken cancellationToken)
    {
        var places = await alerts.PlacesAsync(repository, secret.Number, cancellationToken);
        var beside = new List<SecretAlert>();
        foreach (var open in await alerts.OpenKeyIdsAsync(repository, MostCompared, cancellationToken))
        {
            if (places.Overlaps(await alerts.PlacesAsync(repository, open.Number, cancellationToken)))
            {
                beside.Add(open);
            }
        }

        Log.Beside(log, repository, secret.Number, beside.Count);
        return beside;
    }

    [GeneratedRegex(@"\A(AKIA|ASIA)[A-Z0-9]{12,124}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Alert {Alert} of {Repository} is about a secret half; {Count} ids of keys lie beside it.")]
        public static partial void Beside(ILogger log, string repository, int alert, int count);
    }
}

/// <summary>A word of a leak cannot be read, and a key may be out: somebody must look.</summary>
public sealed class LeakUnreadableException(string why) : Exception($"A word of a leaked key cannot be read: {why}. Look at it where it came from.");
