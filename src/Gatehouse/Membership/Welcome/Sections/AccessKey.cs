using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>Making an access key, and the rule about its age.</summary>
internal static class AccessKey
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
    [
        new Block.Heading("Step 4: make an access key, if you use the command line"),
        new Block.Paragraph(
            $"Skip steps 4 and 5 if you only use AWS in the browser. On the command line an access key stands in for your password. It has two parts: an ID and a secret."),
        new Block.Steps(
            $"Finish step 2 first, and sign in with a code.",
            $"Select your user name in the top right corner, and then {Screen("Security credentials")}.",
            $"Scroll to {Screen("Access keys")} and select {Screen("Create access key")}.",
            $"Choose {Screen("Command Line Interface (CLI)")}, confirm, and go on until AWS shows the key.",
            $"Leave that page open until the end of step 5. AWS shows the secret only this once."),
        new Block.Warning(
            $"An access key may be {letter.AccessKeyDays} days old at most. Make a new one before that day, check that it works, and delete the old one. You can have two keys at a time, so nothing has to stop while you change over."),
        new Block.Paragraph(
            $"Never put the secret into a mail, a chat or a file in Git. If someone else may have seen it, go to the same page, deactivate the key, and ask for help at once. The end of this mail says where."),
    ];
}
