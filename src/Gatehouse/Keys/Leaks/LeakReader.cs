using System.Globalization;
using System.Runtime.ExceptionServices;
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
/// What can be read of a word does not wait for what cannot: the rest is handed on as the reason why the whole fails later.
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

        var named = input.Detail.AffectedEntities.Select(entity => entity.EntityValue).Distinct().ToList();
        var ids = named.Where(value => Id().IsMatch(value)).ToList();
        var strange = new LeakUnreadableException("AWS Health names no key, or something that is none");
        return ids.Count == 0 ? throw strange : new KeysOut([.. ids.Select(id => new AccessKeyId(id))], input.Detail.AffectedAccount ?? input.Account, PlaceOf(input))
        {
            Unread = ids.Count == named.Count ? [] : [strange],
        };
    }

    private async Task<LeakFound> OfGitHubAsync(string repository, int number, CancellationToken cancellationToken)
    {
        var alert = await alerts.ReadAsync(repository, number, cancellationToken);
        if (!SecretTypes.MayBeOfAws(alert.SecretType))
        {
            return new NoLeak($"an alert about another secret, {alert.SecretType}");
        }

        var place = PlaceOf(new LeakInput(LeakInput.GitHub, new LeakDetail { Repository = repository, Alert = number })) with { Link = alert.Url };
        if (SecretTypes.IsKeyId(alert.SecretType))
        {
            return new KeysOut([await alerts.KeyIdAsync(repository, alert, cancellationToken)], Account: null, place);
        }

        var (ids, unread) = await BesideAsync(repository, alert, cancellationToken);
        if (ids.Count == 0 && unread is [var first, ..])
        {
            // As it was thrown: its class is what the state machine tells apart.
            ExceptionDispatchInfo.Throw(first);
        }

        return ids.Count > 0 ? new KeysOut([.. ids.Distinct()], Account: null, place) { Unread = unread } : new SecretAlone(place);
    }

    /// <summary>The ids in the same file or text. Each is a leak in its own right, so that acting on it is never wrong; an alert that cannot be read keeps no other waiting.</summary>
    private async Task<(IReadOnlyList<AccessKeyId> Ids, IReadOnlyList<Exception> Unread)> BesideAsync(string repository, SecretAlert secret, CancellationToken cancellationToken)
    {
        var places = await alerts.PlacesAsync(repository, secret.Number, cancellationToken);
        var (ids, unread) = (new List<AccessKeyId>(), new List<Exception>());
        foreach (var open in await alerts.OpenKeyIdsAsync(repository, MostCompared, cancellationToken))
        {
            try
            {
                if (places.Overlaps(await alerts.PlacesAsync(repository, open.Number, cancellationToken)))
                {
                    ids.Add(await alerts.KeyIdAsync(repository, open, cancellationToken));
                }
            }
            // Whatever keeps this one from being read, the others are stopped first; the whole fails afterwards.
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                unread.Add(problem);
            }
        }

        Log.Beside(log, repository, secret.Number, ids.Count, unread.Count);
        return (ids, unread);
    }

    [GeneratedRegex(@"\A(AKIA|ASIA)[A-Z0-9]{12,124}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Alert {Alert} of {Repository} is about a secret half; {Count} ids of keys lie beside it, and {Unread} alerts could not be read.")]
        public static partial void Beside(ILogger log, string repository, int alert, int count, int unread);
    }
}

/// <summary>A word of a leak cannot be read, and a key may be out: somebody must look.</summary>
public sealed class LeakUnreadableException(string why) : Exception($"A word of a leaked key cannot be read: {why}. Look at it where it came from.");
