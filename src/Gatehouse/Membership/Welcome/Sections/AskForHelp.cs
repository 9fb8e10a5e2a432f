using Gatehouse.Membership.Welcome.Rendering;
using static Gatehouse.Membership.Welcome.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>Where to ask, what to send, and what nobody will ever ask for.</summary>
internal static class AskForHelp
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
    [
        new Block.Heading("If you are stuck"),
        new Block.Paragraph($"{letter.Help}"),
        new Block.Points(
            $"Say which step you are at, give your user name, {Code(letter.UserName)}, and copy the exact words that AWS shows you.",
            $"Never send your password, a 6-digit code or the secret of an access key. Nobody who helps you needs them.",
            $"If you did not expect this mail, do not sign in. Ask there whether it is real."),
    ];
}
