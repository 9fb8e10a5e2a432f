using Gatehouse.Aws;
using Gatehouse.Keys.Mails;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys;

/// <summary>
/// Tells each change of a key once, however many sweeps meet it: by mail to the person, or to who answers for a machine user or an exemption, and in the
/// trail. Whoever has no address is named by the sweep's summary instead. A kill while SES is asked may send a mail twice rather than never.
/// </summary>
public sealed partial class KeyNotices(IMailer mailer, Told told, Audit audit, Settings settings, TimeProvider clock, ILogger<KeyNotices> log)
{
    /// <summary>What the trail says beside a change that nobody could be mailed about.</summary>
    public const string NotMailed = "there is no mail address: tell them";

    /// <summary>What the trail says beside a key that is made inactive again.</summary>
    public const string ByHand = "somebody had made it active again by hand";

    /// <returns>Whether it was told now, and not before.</returns>
    /// <exception cref="MailNotAcceptedException">SES does not take the mail: it can be claimed again.</exception>
    /// <exception cref="TellingInProgressException">Another sweep may be telling the same right now.</exception>
    public async Task<bool> TellAsync(RunId run, KeyNotice notice, CancellationToken cancellationToken)
    {
        var (change, record) = (notice.Due.Change, notice.Due.Key.Known);
        var what = $"keys:{change.Account}:{change.Once}{(record.Voided is { } voided ? $"#{LedgerTable.Stamp(voided)}" : "")}";
        if (!await told.ClaimAsync(what, by: run.Name, cancellationToken))
        {
            Log.DoneBefore(log, change.What);
            return false;
        }

        await MailAsync(run, notice, what, cancellationToken);
        string?[] details = [change is DeactivateKey { ByHand: true } ? ByHand : null, notice.Addresses.Count == 0 ? NotMailed : null];
        var entry = change.Entry(run.Name, clock.GetUtcNow(), details.Any(detail => detail is not null) ? string.Join("; ", details.OfType<string>()) : null);
        await told.RecordAsync(what, audit.Item(entry), cancellationToken);
        return true;
    }

    private async Task MailAsync(RunId run, KeyNotice notice, string what, CancellationToken cancellationToken)
    {
        if (notice.Addresses is [var only])
        {
            await SendAsync(notice, what, only, cancellationToken);
            return;
        }

        // Each under a claim of its own, so that a second one that is refused does not mail the first again.
        foreach (var address in notice.Addresses)
        {
            var claim = $"{what}:{address.ToLowerInvariant()}";
            if (await told.ClaimAsync(claim, by: run.Name, cancellationToken))
            {
                await SendEachAsync(notice, what, claim, address, cancellationToken);
            }
        }
    }

    private async Task SendEachAsync(KeyNotice notice, string what, string claim, string address, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(notice, claim, address, cancellationToken);
        }
        catch (MailNotAcceptedException)
        {
            await told.ReleaseAsync(what, cancellationToken);
            throw;
        }

        await told.RecordAsync(claim, cancellationToken);
    }

    private async Task SendAsync(KeyNotice notice, string claim, string address, CancellationToken cancellationToken) =>
        Log.Mailed(log, await mailer.SendClaimedAsync(told, claim, address, KeyMails.Of(Letter(notice)), cancellationToken), notice.Due.Change.What);

    private KeyLetter Letter(KeyNotice notice) => new(notice.Due.Change, notice.Due.Key, KeyRule.Of(settings), clock.GetUtcNow())
    {
        AccountName = notice.Candidate.AccountName ?? notice.Candidate.Account,
        Machine = notice.Candidate.Machine,
        Use = notice.Due.Use,
        HasTwo = notice.HasTwo,
        Help = settings.Help,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The mail about it was accepted by SES as {MessageId}: {What}.")]
        public static partial void Mailed(ILogger log, string messageId, string what);

        [LoggerMessage(2, LogLevel.Information, "Done by another sweep already: {What}.")]
        public static partial void DoneBefore(ILogger log, string what);
    }
}

/// <summary>What is told, and to whom.</summary>
/// <param name="Due">The change, and what it was decided from.</param>
/// <param name="Candidate">Whose key it is.</param>
/// <param name="HasTwo">Whether they have another key.</param>
public sealed record KeyNotice(KeyDue Due, KeyCandidate Candidate, bool HasTwo)
{
    /// <summary>Whom to mail; the end of an exemption is who answers for it told too.</summary>
    public IReadOnlyList<string> Addresses =>
        [.. new[] { Candidate.Address, Due.Change is WarnOfExemptionEnd ? Due.Key.Exemption?.Owner : null }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
}
