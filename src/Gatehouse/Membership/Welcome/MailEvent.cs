using Gatehouse.Aws;

namespace Gatehouse.Membership.Welcome;

/// <summary>SES's event about one mail, as EventBridge delivers it (source <c>aws.ses</c>).</summary>
/// <param name="EventType"><c>Bounce</c>, <c>Reject</c>, <c>Complaint</c>, <c>Delivery</c> and others.</param>
/// <param name="Mail">Which mail it is about.</param>
/// <param name="Bounce">Present on a bounce.</param>
/// <param name="Reject">Present on a rejection.</param>
public sealed record MailEvent(string EventType, MailEventMail Mail, MailEventBounce? Bounce = null, MailEventReject? Reject = null)
{
    /// <summary>Why the mail did not arrive; null where it is not known to have failed.</summary>
    public string? WhyNotDelivered() => EventType switch
    {
        "Bounce" => $"the mail was returned ({Bounce?.BounceType ?? "no type given"}): {DiagnosticCode() ?? "no reason given"}",
        "Reject" => $"SES rejected the mail: {Reject?.Reason ?? "no reason given"}",
        _ => null,
    };

    /// <summary>The welcome that the mail carried, by its message tag; null where the mail is not a welcome of ours.</summary>
    public string? Welcome() => Tag(SesMailer.WelcomeTag);

    /// <summary>Which of <see cref="Mails.MailKinds"/> the mail is; null for any other.</summary>
    public string? Kind() => Tag(SesMailer.KindTag);

    /// <summary>Whom the mail went to: each of ours has one recipient.</summary>
    public string? Address() => Mail.Destination is [var address, ..] ? address : Bounce?.BouncedRecipients is [{ EmailAddress: { } bounced }, ..] ? bounced : null;

    private string? Tag(string name) => Mail.Tags?.GetValueOrDefault(name) is [var value, ..] ? value : null;

    private string? DiagnosticCode() => Bounce?.BouncedRecipients is [var first, ..] ? first.DiagnosticCode : null;
}

/// <summary>The mail that an event is about.</summary>
public sealed record MailEventMail(string MessageId, IReadOnlyDictionary<string, IReadOnlyList<string>>? Tags = null, IReadOnlyList<string>? Destination = null);

/// <summary>How a mail was returned: <c>Permanent</c>, <c>Transient</c> or <c>Undetermined</c>.</summary>
public sealed record MailEventBounce(string? BounceType, IReadOnlyList<MailEventRecipient>? BouncedRecipients = null);

/// <summary>A recipient whose server returned a mail, and what it said.</summary>
public sealed record MailEventRecipient(string? EmailAddress, string? DiagnosticCode = null);

/// <summary>Why SES rejected a mail that it had accepted.</summary>
public sealed record MailEventReject(string? Reason);
