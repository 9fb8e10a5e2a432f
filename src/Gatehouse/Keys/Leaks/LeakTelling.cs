using System.Runtime.ExceptionServices;
using Gatehouse.Aws;
using Gatehouse.Keys.Leaks.Mails;
using Gatehouse.Ledger;
using Gatehouse.Membership;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Report;
using Gatehouse.Runtime;
using Microsoft.Extensions.Logging;

namespace Gatehouse.Keys.Leaks;

/// <summary>
/// Tells of leaked keys: whose it is by mail, and the channel of root accounts and leaks. Each key is told once, however often and by however many it is
/// found; another word of it adds one line. What Slack does not take goes by mail to the list of those who watch, at once, and Slack is tried again.
/// </summary>
public sealed partial class LeakTelling(SlackOnce slack, Told told, IMailer mailer, Settings settings, TimeProvider clock, ILogger<LeakTelling> log)
{
    /// <exception cref="TellingInProgressException">Another run may be telling the same right now.</exception>
    public async Task TellAsync(RunId run, LeakedKey leaked, CancellationToken cancellationToken)
    {
        // By the moment of the stop: another attempt tells the same once, and a key that somebody made active again, and that is found again, is news.
        var subject = $"leak:{leaked.Account}:{leaked.Id}{(leaked.Since is { } since ? $":{LedgerTable.Stamp(since)}" : "")}";
        var unmailed = await TryMailOwnerAsync(run, leaked, subject, cancellationToken);
        await SayOrMailListAsync(run, leaked, subject, cancellationToken);
        if (unmailed is not null)
        {
            ExceptionDispatchInfo.Throw(unmailed);
        }
    }

    private async Task SayOrMailListAsync(RunId run, LeakedKey leaked, string subject, CancellationToken cancellationToken)
    {
        try
        {
            await SayAsync(run, leaked, subject, cancellationToken);
        }
        catch (Exception deaf) when (deaf is not TellingInProgressException && !cancellationToken.IsCancellationRequested)
        {
            Log.Deaf(log, deaf, leaked.Id);
            await MailListAsync(run, $"{subject}:list", LeakListMail.Write(leaked, settings.RootChannel, clock.GetUtcNow()), cancellationToken);
            throw;
        }
    }

    public Task TellAsync(SecretAlone alone, CancellationToken cancellationToken) =>
        slack.SayAsync($"leak-secret:{alone.Place.Source}", settings.RootChannel, LeakText.Of(alone, settings.OnCall), cancellationToken);

    /// <summary>Says that a leak could not be handled yet, once it has been tried more than once: the first failure may be a moment's.</summary>
    public async Task SayTroubleAsync(RunId run, string what, LeakPlace place, Exception problem, CancellationToken cancellationToken)
    {
        try
        {
            if (await told.ClaimAsync($"leak-tried:{run.Name}:{what}", by: null, cancellationToken))
            {
                await told.RecordAsync($"leak-tried:{run.Name}:{what}", cancellationToken);
                return;
            }

            await slack.SayAsync($"leak-trouble:{run.Name}:{what}", settings.RootChannel, LeakText.OfTrouble(what, place, problem.Message, settings.OnCall, given: false), cancellationToken);
        }
        // The leak itself is what failed, and is what the machine tries again.
        catch (Exception silent) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Silent(log, silent, what);
        }
    }

    /// <summary>Says that a leak was given up: by mail to the list, and in the channel.</summary>
    public async Task GiveUpAsync(RunId run, string what, LeakPlace place, string why, CancellationToken cancellationToken)
    {
        await MailListAsync(run, $"leak-given-up:{run.Name}:list", LeakListMail.Given(what, place, why), cancellationToken);
        await slack.SayAsync($"leak-given-up:{run.Name}", settings.RootChannel, LeakText.OfTrouble(what, place, why, settings.OnCall, given: true), cancellationToken);
    }

    /// <summary>Says it under a claim of the place where it was found, so that two runs about one place are one word.</summary>
    private async Task SayAsync(RunId run, LeakedKey leaked, string subject, CancellationToken cancellationToken)
    {
        var source = $"{subject}:source:{leaked.Place.Source}";
        if (!await told.ClaimAsync(source, by: run.Name, cancellationToken))
        {
            return;
        }

        var said = false;
        try
        {
            await SayFirstOrAlsoAsync(leaked, subject, source, cancellationToken);
            said = true;
        }
        finally
        {
            await (said ? told.RecordAsync(source, cancellationToken) : told.ReleaseAsync(source, cancellationToken));
        }
    }

    /// <summary>The first place says all; any other adds its line. Whose word is the first stays so for its own retries.</summary>
    private async Task SayFirstOrAlsoAsync(LeakedKey leaked, string subject, string source, CancellationToken cancellationToken)
    {
        var first = $"{subject}:first";
        if (!await told.ClaimAsync(first, by: leaked.Place.Source, cancellationToken))
        {
            await slack.SayAsync($"{source}:also", settings.RootChannel, LeakText.Also(leaked), cancellationToken);
            return;
        }

        var said = false;
        try
        {
            await slack.SayAsync(subject, settings.RootChannel, LeakText.Of(leaked, settings.OnCall, clock.GetUtcNow()), cancellationToken);
            said = true;
        }
        finally
        {
            await (said ? told.RecordAsync(first, cancellationToken) : told.ReleaseAsync(first, cancellationToken));
        }
    }

    /// <returns>Why the mail did not go; null where it did, or there is nobody to mail.</returns>
    private async Task<Exception?> TryMailOwnerAsync(RunId run, LeakedKey leaked, string subject, CancellationToken cancellationToken)
    {
        if (leaked.Address is not { } address)
        {
            return null;
        }

        try
        {
            await MailAsync(run, $"{subject}:mail", address, LeakedKeyMail.Write(leaked, settings.Help, clock.GetUtcNow()), cancellationToken);
            return null;
        }
        // Whatever keeps the mail back, the channel must hear of the key now; the mail is tried again.
        catch (Exception unmailed) when (!cancellationToken.IsCancellationRequested)
        {
            return unmailed;
        }
    }

    private async Task MailListAsync(RunId run, string what, Mail mail, CancellationToken cancellationToken)
    {
        if (settings.RootMailTo is not { } list)
        {
            return;
        }

        try
        {
            await MailAsync(run, what, list, mail with { Kind = MailKinds.RootAlert }, cancellationToken);
        }
        // Slack is what counts: that the second way fails too must not keep the first from being tried again.
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotMailed(log, failed, what);
        }
    }

    private async Task MailAsync(RunId run, string what, string address, Mail mail, CancellationToken cancellationToken)
    {
        if (await told.ClaimAsync(what, by: run.Name, cancellationToken))
        {
            Log.Mailed(log, what, await mailer.SendClaimedAsync(told, what, address, mail, cancellationToken));
            await told.RecordAsync(what, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Slack was not told of the leaked key {Key}. It is tried again.")]
        public static partial void Deaf(ILogger log, Exception exception, AccessKeyId key);

        [LoggerMessage(2, LogLevel.Error, "That the leak {What} could not be handled yet could not be said either.")]
        public static partial void Silent(ILogger log, Exception exception, string what);

        [LoggerMessage(3, LogLevel.Information, "The mail {What} was accepted by SES as {MessageId}.")]
        public static partial void Mailed(ILogger log, string what, string messageId);

        [LoggerMessage(4, LogLevel.Error, "The mail {What} to the list could not be sent.")]
        public static partial void NotMailed(ILogger log, Exception exception, string what);
    }
}
