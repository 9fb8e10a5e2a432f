using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>For somebody who came back: a new access key in the place of the inactive ones.</summary>
internal static class NewAccessKey
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
    [
        new Block.Heading("A new access key, if you use the command line"),
        new Block.Steps(
            $"Sign in with a code, select your user name in the top right corner, and then {Screen("Security credentials")}.",
            $"Scroll to {Screen("Access keys")}. Delete the inactive keys: you can have two at a time, and somebody may still have the old ones.",
            $"Select {Screen("Create access key")}, choose {Screen("Command Line Interface (CLI)")}, confirm, and go on until AWS shows the key.",
            $"Put it in the place of the old one. In aws-vault that is:"),
        new Block.Paste($"aws-vault remove {letter.BaseProfile}", $"aws-vault add {letter.BaseProfile}"),
        new Block.Paragraph($"Your profiles in {Code("~/.aws/config")} work as before. The new key may be {letter.AccessKeyDays} days old at most."),
    ];
}
