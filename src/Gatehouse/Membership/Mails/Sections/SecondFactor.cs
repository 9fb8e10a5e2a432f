using Gatehouse.Membership.Mails.Rendering;
using static Gatehouse.Membership.Mails.Rendering.Span;

namespace Gatehouse.Membership.Mails.Sections;

/// <summary>Adding the first MFA device under the name that the policies and the command-line tools expect.</summary>
internal static class SecondFactor
{
    /// <param name="userName">Theirs in IAM.</param>
    /// <param name="heading">What this step is called in the mail at hand.</param>
    public static IEnumerable<Block> For(string userName, string heading) =>
    [
        new Block.Heading(heading),
        new Block.Paragraph(
            $"This is called multi-factor authentication, or MFA. When you sign in, AWS asks for a 6-digit code from your phone as well as your password. You have to do this: without MFA you can sign in, but you cannot use any role, so you cannot reach your team's accounts."),
        new Block.Steps(
            $"If you have no authenticator app on your phone, install one. Google Authenticator and Microsoft Authenticator both work, and so do most password managers.",
            $"On your computer, signed in to AWS, select your user name in the top right corner. Then select {Screen("Security credentials")}.",
            $"Scroll to {Screen("Multi-factor authentication (MFA)")} and select {Screen("Assign MFA device")}.",
            $"Under {Screen("Device name")}, paste your user name exactly, with nothing added: {Code(userName)}",
            $"Choose {Screen("Authenticator app")} and select {Screen("Next")}.",
            $"Select {Screen("Show QR code")}, and scan the picture with the app on your phone.",
            $"The app shows a 6-digit code. Type it under {Screen("MFA code 1")}.",
            $"Wait until the app shows the next code, which takes up to 30 seconds. Type that one under {Screen("MFA code 2")}. They must be two codes in a row.",
            $"Select {Screen("Add MFA")}. The device is now in the list.",
            $"Test it: sign out, and sign in again with your own password. AWS must ask for a code. If it does not, the device was not added: go back to point 2 of this list."),
        new Block.Subheading("If you want to add more devices later"),
        new Block.Points(
            $"You can have up to 8. A second one saves you if you lose your phone.",
            $"Every name must begin with your user name, for example {Code(userName + "-tablet")}. AWS refuses any other name with an error about permissions.",
            $"The device whose codes you use on the command line must be named exactly like you, {Code(userName)}, because the tools look for that name.",
            $"Passkeys and security keys work in the browser. They do not work on the command line."),
    ];
}
