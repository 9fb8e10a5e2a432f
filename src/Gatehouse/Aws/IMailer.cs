using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Gatehouse.Membership.Mails;
using Gatehouse.Runtime;

namespace Gatehouse.Aws;

/// <summary>Sends a mail once: the SDK's own retries are off, so that one claim of the ledger is one attempt.</summary>
public interface IMailer
{
    /// <param name="address">Whom to: a person's user name is their address.</param>
    /// <param name="mail">What to say.</param>
    /// <param name="welcome">The welcome that carries a password, which comes back in SES's events as the message tag <c>welcome</c>; null for a mail without one.</param>
    /// <param name="cancellationToken">Ends the attempt; whether SES accepted is unknown then.</param>
    /// <returns>SES's message id.</returns>
    /// <exception cref="MailNotAcceptedException">SES answered that it does not take this mail.</exception>
    Task<string> SendAsync(string address, Mail mail, string? welcome, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="ses">Made at the first mail: an invocation that sends none does not pay for the client.</param>
/// <param name="settings">Who sends, and through which configuration set.</param>
public sealed class SesMailer(Lazy<IAmazonSimpleEmailServiceV2> ses, Settings settings) : IMailer
{
    public const string WelcomeTag = "welcome";

    /// <summary>Carries <see cref="Mail.Kind"/>.</summary>
    public const string KindTag = "kind";

    public async Task<string> SendAsync(string address, Mail mail, string? welcome, CancellationToken cancellationToken)
    {
        var request = new SendEmailRequest
        {
            FromEmailAddress = settings.MailFrom,
            ConfigurationSetName = settings.MailConfigurationSet,
            Destination = new Destination { ToAddresses = [address] },
            Content = new EmailContent
            {
                Simple = new Message { Subject = Utf8(mail.Subject), Body = new Body { Text = Utf8(mail.Text), Html = Utf8(mail.Html) } },
            },
            EmailTags = (List<MessageTag>)[.. Tag(WelcomeTag, welcome), .. Tag(KindTag, mail.Kind)] is [_, ..] tags ? tags : null,
        };
        try
        {
            return (await ses.Value.SendEmailAsync(request, cancellationToken)).MessageId;
        }
        catch (AmazonSimpleEmailServiceV2Exception refused) when ((int)refused.StatusCode is >= 400 and < 500)
        {
            throw new MailNotAcceptedException(refused.ErrorCode, refused.Message, refused);
        }
    }

    private static IEnumerable<MessageTag> Tag(string name, string? value) => value is null ? [] : [new MessageTag { Name = name, Value = value }];

    private static Content Utf8(string text) => new() { Data = text, Charset = "UTF-8" };
}

/// <summary>SES answered that it does not take a mail: nothing was accepted. The state machine tries again, a welcome with a new password.</summary>
public sealed class MailNotAcceptedException(string code, string message, Exception inner) : Exception($"SES did not accept the mail: {code}: {message}", inner)
{
    /// <summary>SES's error code, such as <c>MessageRejected</c>.</summary>
    public string Code { get; } = code;
}
