using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>The profiles to paste, and the two tools that people keep their key in.</summary>
internal static class CommandLine
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
        [new Block.Heading("Step 5: set up the command line"), .. Profiles(letter), .. AwsVault(letter), .. GdsCli()];

    private static IEnumerable<Block> Profiles(WelcomeLetter letter) =>
    [
        new Block.Paragraph(
            $"Open the file {Code("~/.aws/config")} in a text editor. ({Code("~")} is your home folder. Make the folder and the file if they are not there.) Paste this at the end, and replace each word in capitals:"),
        new Block.Paste(
            $"[profile {letter.BaseProfile}]",
            $"region = {letter.Region}",
            $"mfa_serial = {letter.MfaSerial}",
            $"",
            $"[profile {Fill("MY-TEAM")}]",
            $"source_profile = {letter.BaseProfile}",
            $"role_arn = arn:aws:iam::{Fill("ACCOUNT-NUMBER")}:role/{Fill("ROLE-NAME")}",
            $"mfa_serial = {letter.MfaSerial}",
            $"role_session_name = {letter.UserName}",
            $"region = {letter.Region}"),
        new Block.Paragraph(
            $"{Fill("MY-TEAM")} is a short name that you choose, without spaces. The other two are what your team told you in step 3. For a second account or role, paste the second half again under another name."),
    ];

    private static IEnumerable<Block> AwsVault(WelcomeLetter letter) =>
    [
        new Block.Subheading("Using aws-vault"),
        new Block.Paragraph(
            $"aws-vault keeps your key in your computer's own password store instead of a file. These commands install it on a Mac with Homebrew, and ask you for the two parts of your key:"),
        new Block.Paste($"brew install awscli aws-vault", $"aws-vault add {letter.BaseProfile}"),
        new Block.Paragraph($"Now test it. It asks for a code from your phone, and answers with the name of your role:"),
        new Block.Paste($"aws-vault exec {Fill("MY-TEAM")} -- aws sts get-caller-identity"),
        new Block.Paragraph($"When your key gets old, this makes a new one and deletes the old one:"),
        new Block.Paste($"aws-vault rotate {letter.BaseProfile}"),
    ];

    private static IEnumerable<Block> GdsCli() =>
    [
        new Block.Subheading("Using gds-cli"),
        new Block.Paragraph(
            $"If your team uses gds-cli, run these instead. The second line says that your codes come from a phone. The third lists the accounts and roles that it knows:"),
        new Block.Paste($"brew install alphagov/gds/gds-cli", $"gds config yubikey false", $"gds aws"),
        new Block.Paragraph($"Then use a name from that list. The first time, it asks for the two parts of your key:"),
        new Block.Paste($"gds aws {Fill("NAME-FROM-THE-LIST")}"),
    ];
}
