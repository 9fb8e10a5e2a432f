using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>Going from the account that holds the users into an account where work is done.</summary>
internal static class SwitchRole
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
    [
        new Block.Heading("Step 3: go into your team's account"),
        new Block.Paragraph(
            $"You go into another account by switching to a role there. A role is a set of things you may do in that account. Your team decides who may use which role."),
        new Block.Steps(
            $"Ask your team for two things: the account number, which has 12 digits, and the name of your role.",
            $"They may need to know who you are in AWS first. Send them this line: {Code(letter.UserArn)}",
            $"Copy the address below into your browser, and replace each word in capitals with what your team told you. For {Fill("ANY-NAME")}, choose a name that tells you where you are."),
        new Block.Paste(
            $"https://signin.aws.amazon.com/switchrole?account={Fill("ACCOUNT-NUMBER")}&roleName={Fill("ROLE-NAME")}&displayName={Fill("ANY-NAME")}"),
        new Block.Points(
            $"Select {Screen("Switch Role")} to go in. The name you chose then stands in the top right corner.",
            $"Keep the finished address as a bookmark: it takes you there next time.",
            $"To come back, select that name in the corner, and then {Screen("Switch back")}."),
        new Block.Warning(
            $"If AWS says that it could not switch roles, check that it asked you for a code when you signed in (step 2), then that the account number and the role are spelled as your team gave them, and then ask your team whether the role lets you in."),
    ];
}
