using Amazon.IdentityManagement;
using Gatehouse.Aws;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>
/// Looks at one person's keys as IAM has them now, lets the ladder decide, and does it, or writes down what would be done. The key that is decided on
/// is the key that is acted on; one that is gone since the report is forgotten, and nobody is told.
/// </summary>
public sealed partial class KeysApply(IKeyAccounts accounts, KeyRecords records, KeyChangeApply changes, DryRuns dryRuns, Settings settings, TimeProvider clock, ILogger<KeysApply> log)
{
    /// <returns>What was done, or in a dry run would have been.</returns>
    /// <exception cref="KeysDeniedException">IAM denies it: they are not ours any more, or gone.</exception>
    /// <exception cref="MailNotAcceptedException">SES does not take a mail; what was done to keys is done, and told by the next attempt.</exception>
    public async Task<ApplyKeysResult> ApplyAsync(RunId run, KeyCandidate candidate, CancellationToken cancellationToken)
    {
        var there = await accounts.EnterAsync(candidate.Account, KeyPurpose.Act, cancellationToken);
        try
        {
            return new ApplyKeysResult([.. (await LookAsync(run, candidate, there.Keys, cancellationToken)).Select(change => change.Key)]);
        }
        catch (AmazonIdentityManagementServiceException denied) when (denied.ErrorCode == "AccessDenied")
        {
            throw new KeysDeniedException(candidate, denied);
        }
    }

    private async Task<IReadOnlyList<KeyChange>> LookAsync(RunId run, KeyCandidate candidate, IAccessKeys keys, CancellationToken cancellationToken)
    {
        var (rule, done) = (KeyRule.Of(settings), new List<KeyChange>());
        var known = await records.OfUserAsync(candidate.Account, candidate.Person, cancellationToken);
        var live = await keys.OfAsync(candidate.Person, cancellationToken);
        if (rule.Acts)
        {
            done.AddRange(await FinishGoneAsync(run, candidate, known.Where(record => live.All(key => key.Id != record.Key)), cancellationToken));
        }

        var refused = new List<MailNotAcceptedException>();
        foreach (var key in live.OrderBy(key => key.Created))
        {
            var standing = Standing(candidate, key, known.FirstOrDefault(record => record.Key == key.Id));
            try
            {
                if (await DueAsync(candidate, standing, keys, rule, cancellationToken) is { } due && await DoAsync(run, due, candidate, live, rule, keys, cancellationToken))
                {
                    done.Add(due.Change);
                }
            }
            catch (MailNotAcceptedException mail)
            {
                // The other key does not wait for the mail about this one.
                refused.Add(mail);
            }
        }

        return refused.Count == 0 ? done : throw refused[0];
    }

    private KeyStanding Standing(KeyCandidate candidate, AccessKey key, KeyRecord? record) => new(candidate.Account, candidate.Person, key)
    {
        Record = record,
        Exemption = KeyStanding.ExemptionOf(candidate.Exemptions, candidate.Account, candidate.Person, key.Id, clock.GetUtcNow()),
    };

    /// <summary>IAM is asked for the last use only where something may be due.</summary>
    private async Task<KeyDue?> DueAsync(KeyCandidate candidate, KeyStanding key, IAccessKeys keys, KeyRule rule, CancellationToken cancellationToken)
    {
        if (!KeyLadder.MayBeDue(key, rule, clock.GetUtcNow()) || IsSpared(candidate, key))
        {
            return null;
        }

        // Neither depends on any use.
        if (KeyLadder.Due(key, rule, clock.GetUtcNow()) is { } plain and (DeleteKey or RememberExemption))
        {
            return new KeyDue(plain, key, null);
        }

        var use = await keys.UseOfAsync(key.Key.Id, cancellationToken) ?? throw new KeyUseUnknownException(key.Key.Id);
        var judged = key with { LastUsed = use.At };
        return KeyLadder.Due(judged, rule, clock.GetUtcNow()) is { } change && MayDo(change, judged, candidate, rule) ? new KeyDue(change, judged, use) : null;
    }

    /// <summary>The report is right about when a key was made, and so says of each key whether it is due; what we made inactive is looked at all the same.</summary>
    private static bool IsSpared(KeyCandidate candidate, KeyStanding key) =>
        key.Record is null or { Deactivated: null } && candidate.Spared.Any(spared => spared.ToUnixTimeSeconds() == key.Key.Created.ToUnixTimeSeconds());

    /// <summary>What was begun is finished; a key is made inactive only where the guard let it.</summary>
    private static bool MayDo(KeyChange change, KeyStanding key, KeyCandidate candidate, KeyRule rule) =>
        change is not DeactivateKey deactivate || !rule.Acts || deactivate.At == key.Record?.Deactivated || candidate.MayDeactivate.Contains(change.Id);

    private async Task<bool> DoAsync(RunId run, KeyDue due, KeyCandidate candidate, IReadOnlyList<AccessKey> live, KeyRule rule, IAccessKeys keys, CancellationToken cancellationToken)
    {
        if (rule.Acts)
        {
            return await changes.DoAsync(run, due, candidate, live.Count > 1, keys, cancellationToken);
        }

        Log.Would(log, due.Change.What);
        if (due.Change is not RememberExemption)
        {
            await dryRuns.RecordAsync(due.Change.Entry(run.Name, clock.GetUtcNow(), candidate.Address is null ? KeyNotices.NotMailed : null), cancellationToken);
        }

        return true;
    }

    /// <summary>Records of keys that are gone: one that we were deleting is told, the others are forgotten.</summary>
    private async Task<IReadOnlyList<KeyChange>> FinishGoneAsync(RunId run, KeyCandidate candidate, IEnumerable<KeyRecord> gone, CancellationToken cancellationToken)
    {
        var done = new List<KeyChange>();
        foreach (var record in gone.Where(record => record.Leaked is null || record.Deleting is not null))
        {
            if (record is { Deleting: not null, Deactivated: { } deactivated })
            {
                var delete = new DeleteKey(record.Account, record.User, record.Key, deactivated);
                await changes.EndDeletionAsync(run, new KeyDue(delete, Standing(candidate, new AccessKey(record.Key, false, record.Created), record), null), candidate, cancellationToken);
                done.Add(delete);
            }
            else
            {
                Log.Gone(log, record.Key);
                await records.GoneAsync(record, clock.GetUtcNow(), cancellationToken);
            }
        }

        return done;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Would be done: {What}.")]
        public static partial void Would(ILogger log, string what);

        [LoggerMessage(2, LogLevel.Information, "The access key {Key} is gone: it is forgotten, and nothing is done.")]
        public static partial void Gone(ILogger log, AccessKeyId key);
    }
}

/// <summary>What is due for a key, and what it was decided from.</summary>
/// <param name="Change">What is due.</param>
/// <param name="Key">The key, live.</param>
/// <param name="Use">Its last use; null where it was not asked for.</param>
public sealed record KeyDue(KeyChange Change, KeyStanding Key, KeyUse? Use);

/// <summary>The role may look at and change keys only of users that carry our tag, so that IAM itself looks at it again at each call.</summary>
public sealed class KeysDeniedException(KeyCandidate candidate, Exception inner) : Exception(
    $"IAM denies access to the keys of {candidate.Person}. Since this sweep began, somebody took the tag {ManagedTags.ManagedBy}={(candidate.Machine ? ManagedTags.Machine : ManagedTags.Gatehouse)} off, or deleted the user: what is not tagged is not touched. If the tag was taken off by mistake, put it back; the next sweep looks again.",
    inner);
