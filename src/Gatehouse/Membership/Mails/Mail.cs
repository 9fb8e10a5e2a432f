using Gatehouse.Membership.Mails.Rendering;

namespace Gatehouse.Membership.Mails;

/// <summary>A mail ready to send: the same content twice, as plain text and as HTML.</summary>
public sealed record Mail(string Subject, string Text, string Html)
{
    /// <summary>What SES says with all that becomes of the mail (<see cref="MailKinds"/>); null where nobody asks.</summary>
    public string? Kind { get; init; }

    /// <summary>The subject alone: both bodies may carry a password, and whatever prints a mail must not.</summary>
    public override string ToString() => $"mail '{Subject}'";

    internal static Mail Of(string subject, IEnumerable<Block> content)
    {
        IReadOnlyList<Block> blocks = [.. content];
        return new Mail(subject, PlainText.Render(blocks), Rendering.Html.Render(subject, blocks));
    }
}
