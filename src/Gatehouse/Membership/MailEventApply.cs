using Gatehouse.Keys;
using Gatehouse.Membership.Mails;
using Gatehouse.Membership.Welcome;
using Gatehouse.Mfa.Missing;
using Gatehouse.Root;

namespace Gatehouse.Membership;

/// <summary>Gives what SES says of a mail to whoever must act on it, by the kind that the mail was sent with. Whatever has no kind may be a welcome.</summary>
public sealed class MailEventApply(BounceApply welcomes, ReturnedMfaMail mfa, ReturnedKeyMail keys, ReturnedRootMail root)
{
    public Task RecordAsync(MailEvent mailEvent, CancellationToken cancellationToken) => mailEvent.Kind() switch
    {
        MailKinds.MissingMfa => mfa.RecordAsync(mailEvent, cancellationToken),
        MailKinds.AccessKey => keys.RecordAsync(mailEvent, cancellationToken),
        MailKinds.RootAlert => root.RecordAsync(mailEvent, cancellationToken),
        _ => welcomes.RecordAsync(mailEvent, cancellationToken),
    };
}
