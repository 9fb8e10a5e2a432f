using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Mails.Sections;

/// <summary>Where to ask, what to send, and what nobody will ever ask for.</summary>
internal static class AskForHelp
{
    /// <param name="userName">Theirs in IAM, or that of the machine user whom they answer for.</param>
    /// <param name="help">Where to ask, as a sentence.</param>
    public static IEnumerable<Block> For(string userName, string help) =>
    [
        new Block.Heading("If you are stuck"),
        new Block.Paragraph($"{help}"),
        new Block.Points(
            $"Say which step you are at, give the user name {Code(userName)}, and copy the exact words that AWS shows you.",
            $"Never send your password, a 6-digit code or the secret of an access key. Nobody who helps you needs them.",
            $"If you did not expect this mail, do not sign in. Ask there whether it is real."),
    ];
}
