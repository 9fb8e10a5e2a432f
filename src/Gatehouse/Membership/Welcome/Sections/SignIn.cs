using Gatehouse.Account;
using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Welcome.Sections;

/// <summary>The first sign-in, with the one mistake that AWS explains wrongly.</summary>
internal static class SignIn
{
    public static IEnumerable<Block> For(WelcomeLetter letter) =>
    [
        new Block.Heading(letter.HasSecondFactor ? "Sign in and choose your own password" : "Step 1: sign in and choose your own password"),
        new Block.Fact("Sign-in address", $"{Link(letter.SignInUrl)}"),
        new Block.Fact("User name", $"{Code(letter.UserName)}"),
        new Block.Secret("Password", letter.Password),
        new Block.Paragraph(
            $"This password works once. Use it before {letter.UseBefore}: if you have not signed in by then, it stops working and you have to ask for a new one."),
        new Block.Steps(
            $"Open the sign-in address on a computer. If AWS asks for an account ID or alias, enter {Code(letter.AccountName)}",
            $"Enter the user name and the password. Copy and paste the password, so that no character goes missing.",
            $"AWS now asks you to change your password. Under {Screen("Old password")}, paste the password from this mail again.",
            $"Enter a new password of your own, twice. It must have {letter.Rules.Needs()}.{Limits(letter.Rules)} {letter.Rules.Advice()}",
            $"Select {Screen("Confirm password change")}. You are in."),
        new Block.Warning(
            $"If AWS says that you are not authorised to change your password, your new password is almost certainly {letter.Rules.Suspicions()}. The message talks about permissions, but there is nothing wrong with yours. Choose one with {letter.Rules.Needs()}, and try again."),
        new Block.Paragraph($"Do not forward this mail, and do not give the password to anyone. Once you have chosen your own, the one in this mail is of no more use{(letter.HasSecondFactor ? "" : ", so you can keep the mail for the steps below")}."),
    ];

    private static string Limits(PasswordRules rules) => string.Concat(rules.Limits().Select(limit => $" {limit}"));
}
