using Gatehouse.Aws;
using Gatehouse.Ledger;

namespace Gatehouse.Membership.Mails;

/// <summary>Sends a mail without a password under a claim of the ledger that is held already.</summary>
internal static class ClaimedMail
{
    /// <param name="mailer">Sends it.</param>
    /// <param name="told">Holds the claim.</param>
    /// <param name="what">What is claimed.</param>
    /// <param name="address">Whom to.</param>
    /// <param name="mail">What to say.</param>
    /// <param name="cancellationToken">Ends the attempt; whether SES accepted is unknown then, and the claim runs out by itself.</param>
    /// <returns>SES's message id.</returns>
    /// <exception cref="MailNotAcceptedException">SES does not take it: the claim is given back.</exception>
    public static async Task<string> SendClaimedAsync(this IMailer mailer, Told told, string what, string address, Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            return await mailer.SendAsync(address, mail, welcome: null, cancellationToken);
        }
        catch (MailNotAcceptedException)
        {
            await told.ReleaseAsync(what, cancellationToken);
            throw;
        }
    }
}
