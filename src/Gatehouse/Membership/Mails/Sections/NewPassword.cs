using Gatehouse.Membership.Mails.Rendering;
using Gatehouse.Register;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Mails.Sections;

/// <summary>How somebody without a console password asks for one.</summary>
internal static class NewPassword
{
    /// <param name="userName">Theirs in IAM.</param>
    /// <param name="repository"><c>owner/name</c> of the register's repository.</param>
    /// <param name="days">Within how many days the new password must be used.</param>
    /// <param name="heading">What this is called in the mail at hand.</param>
    public static IEnumerable<Block> For(string userName, string repository, int days, string heading) =>
    [
        new Block.Heading(heading),
        new Block.Steps(
            $"Ask for a password reset in the form that your organisation has for it. Without a form, open a pull request in {Code(repository)} that adds this line to the file {Code(RegisterFiles.PasswordResets)}: {Code(userName)}",
            $"Somebody reviews and merges it.",
            $"A new password is mailed within minutes. It must be used within {days} days."),
    ];
}
